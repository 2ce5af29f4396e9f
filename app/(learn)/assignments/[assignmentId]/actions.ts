'use server'

import { randomBytes } from 'node:crypto'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction } from '@/lib/action'
import { findAssignment } from '@/lib/data/assignments'
import { startAssigned } from '@/lib/data/starts'
import { recordSubmission } from '@/lib/data/submissions'
import { beginning } from '@/lib/domain/assignment'
import { isOver, submit } from '@/lib/domain/attempt'
import { idField } from '@/lib/fields'

/** Begins an attempt under the rules of its assignment, or leads to the one that is open. */
export const begin = defineAction(
  'member',
  z.object({ assignmentId: idField }),
  async (viewer, { assignmentId }, now) => {
    const assigned = (await findAssignment(viewer, assignmentId)) ?? notFound()
    if (assigned.role === 'observer') notFound()
    const open = assigned.attempts.find(({ submittedAt }) => submittedAt === null)
    if (open && !isOver(open, now)) redirect(`/attempts/${open.id}`)
    if (open) await recordSubmission(viewer, open.id, (attempt) => submit(attempt, now))
    const decision = beginning(assigned, now)
    if (!decision.ok) return { refused: decision.rejection }
    const seed = randomBytes(16).toString('hex')
    const id = await startAssigned(viewer, assigned, decision.value, seed, now)
    if (!id) return { refused: 'no-attempts-left' }
    redirect(`/attempts/${id}`)
  },
)
