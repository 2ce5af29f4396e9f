'use server'

import { randomBytes } from 'node:crypto'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { defineCommand } from '@/lib/action'
import { findCourse } from '@/lib/content/library'
import { findCurrent } from '@/lib/data/quizzes'
import { findStanding } from '@/lib/data/standing'
import { startChosen } from '@/lib/data/starts'
import { chooseMixed } from '@/lib/domain/mixed-quiz'
import { planOf } from '@/lib/domain/release'
import { slugField } from '@/lib/fields'

/** A mixed quiz over what the learner can do already; one that is open is gone on with. */
export const startMixed = defineCommand(
  'viewer',
  z.object({ course: slugField }),
  async (viewer, { course: slug }, now) => {
    const course = (await findCourse(slug)) ?? notFound()
    const { pool, lessons } = planOf(course)
    const current = (pool && (await findCurrent(slug, pool))) || notFound()
    const { levels } = await findStanding(viewer, slug, now)
    const seed = randomBytes(16).toString('hex')
    const only = chooseMixed(current.version, lessons, levels, seed)
    if (!only) redirect(`/courses/${slug}#mixed`)
    const choice = { versionId: current.id, purpose: 'mixed' as const, only }
    const started = await startChosen(viewer, choice, seed, now)
    redirect(started ? `/attempts/${started.id}` : notFound())
  },
)
