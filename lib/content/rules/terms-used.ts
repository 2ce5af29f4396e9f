import { termsMarkedIn } from '@/lib/content/cited'
import { fileNames, found, isAnyIn, type Rule } from '@/lib/content/material'

/** Every term of the glossary is marked in a lesson. */
export const rule: Rule = (course) => {
  if (isAnyIn(course.faulty, 'lessons/')) return []
  const used = new Set(course.lessons.flatMap(termsMarkedIn))
  return course.terms
    .filter(({ id }) => !used.has(id))
    .map(({ id }) =>
      found(course, fileNames.glossary, `terms.${id}`, `No lesson marks the term “${id}”.`),
    )
}
