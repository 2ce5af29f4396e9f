'use server'

import { randomBytes } from 'node:crypto'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { defineCommand } from '@/lib/action'
import { startAttempt } from '@/lib/data/starts'
import { recordSettings } from '@/lib/data/study-settings'
import { one, slugField } from '@/lib/fields'

const start = {
  course: slugField,
  quiz: slugField,
}
const newSeed = () => randomBytes(16).toString('hex')

/**
 * Practice needs no account: who has none becomes a guest whose attempts are kept. Whether it asks how
 * sure one is stays as it was chosen last.
 */
export const startPractice = defineCommand(
  'learner',
  z.object({ ...start, sure: one(z.string()) }),
  async (viewer, { course, quiz, sure }, now) => {
    const asksCertainty = sure === '1'
    await recordSettings(viewer, { asksCertainty })
    const from = { courseSlug: course, slug: quiz, mode: 'practice' as const, asksCertainty }
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
