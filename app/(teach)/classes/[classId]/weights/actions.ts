'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction } from '@/lib/action'
import { findWeighting, recordWeighting } from '@/lib/data/weighting'
import { readWeighting } from '@/lib/domain/weighting-form'
import { idField } from '@/lib/fields'

/** The fields are read by the domain, so the whole form is passed on. */
const schema = z
  .looseObject({ classId: idField })
  .transform(({ classId, ...texts }) => ({ classId, texts: texts as Record<string, string[]> }))

/** Weighs the grades of a class anew. */
export const saveWeighting = defineAction('member', schema, async (viewer, { classId, texts }) => {
  const weighting = (await findWeighting(viewer, classId)) ?? notFound()
  const read = readWeighting(texts, weighting)
  if (!read.ok) return { faults: read.faults }
  if (!(await recordWeighting(viewer, classId, read.value))) notFound()
  redirect(`/classes/${classId}/weights`)
})
