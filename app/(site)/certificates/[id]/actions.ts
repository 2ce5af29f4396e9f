'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { defineCommand } from '@/lib/action'
import { revokeCertificate } from '@/lib/data/certificates'
import { idField } from '@/lib/fields'

/** Takes a certificate of the viewer's own back: from then on it does not verify online. */
export const withdraw = defineCommand(
  'viewer',
  z.object({ id: idField }),
  async (viewer, { id }, now) => {
    if (!(await revokeCertificate(viewer, id, now))) notFound()
    redirect(`/certificates/${id}`)
  },
)
