import { factsCitedIn } from '@/lib/content/cited'
import { fileNames, found, isAnyIn, type Rule } from '@/lib/content/material'

/** Every fact of facts.yaml is cited by a lesson, a figure, an event or a question. */
export const rule: Rule = (course) => {
  if (isAnyIn(course.faulty, 'lessons/', 'quizzes/', 'figures/', fileNames.timeline)) return []
  const used = new Set([
    ...course.lessons.flatMap(factsCitedIn),
    ...course.events.flatMap(({ facts }) => facts),
    ...course.figures.flatMap(({ facts }) => facts),
    ...course.quizzes.flatMap(({ file }) => file.questions.flatMap(({ facts }) => facts)),
  ])
  return course.facts
    .filter(({ id }) => !used.has(id))
    .map(({ id }) =>
      found(
        course,
        fileNames.facts,
        `facts.${id}`,
        `No lesson, figure, event or question cites the fact ${id}.`,
      ),
    )
}
