'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { defineCommand } from '@/lib/action'
import { findLesson } from '@/lib/content/library'
import { forgetPlace } from '@/lib/data/lesson-places'
import { recordLessonRead } from '@/lib/data/progress'
import { slugField } from '@/lib/fields'

/** Notes a lesson as read, for guests too, and leads to what comes next. */
export const markRead = defineCommand(
  'learner',
  z.object({ course: slugField, lesson: slugField }),
  async (viewer, input) => {
    const { course, lesson } = (await findLesson(input.course, input.lesson)) ?? notFound()
    await recordLessonRead(viewer, course.slug, lesson.slug)
    await forgetPlace(viewer, course.slug, lesson.slug)
    const { quiz } = lesson.head
    redirect(quiz ? `/courses/${course.slug}/quizzes/${quiz}?read=1` : '/progress')
  },
)
