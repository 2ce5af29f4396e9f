'use server'

import { randomBytes } from 'node:crypto'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { defineCommand } from '@/lib/action'
import { startAttempt } from '@/lib/data/starts'
import { slugField } from '@/lib/fields'

const start = {
  course: slugField,
  quiz: slugField,
}
const newSeed = () => randomBytes(16).toString('hex')

/** Practice needs no account: who has none becomes a guest whose attempts are kept. */
export const startPractice = defineCommand(
  'learner',
  z.object(start),
  async (viewer, { course, quiz }, now) => {
    const from = { courseSlug: course, slug: quiz, mode: 'practice' as const }
    const id = await startAttempt(viewer, from, newSeed(), now)
    redirect(id ? `/attempts/${id}` : notFound())
  },
)

/** A test is for members, for themselves; what is set in a class begins on a page of its own. */
export const startTest = defineCommand(
  'member',
  z.object(start),
  async (viewer, { course, quiz }, now) => {
    const from = { courseSlug: course, slug: quiz, mode: 'test' as const }
    const id = await startAttempt(viewer, from, newSeed(), now)
    redirect(id ? `/attempts/${id}` : notFound())
  },
)
