import { isAnyIn, type Rule } from '@/lib/content/material'
import { didYouMean } from '@/lib/content/nearest'
import { inQuestions } from '@/lib/content/questions'

/** Every question checks an objective that a lesson of the course states. */
export const rule: Rule = (course) => {
  if (isAnyIn(course.unread, 'lessons/')) return []
  const known = course.lessons.flatMap(({ head }) => head.objectives.map(({ id }) => id))
  return inQuestions(course, ({ objective }) =>
    known.includes(objective)
      ? []
      : [
          {
            path: 'objective',
            message: `No lesson states the objective “${objective}”.${didYouMean(objective, known)}`,
          },
        ],
  )
}
