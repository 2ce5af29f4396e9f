import { termsMarkedIn } from '@/lib/content/cited'
import { fileNames, found, type Rule } from '@/lib/content/material'
import { didYouMean } from '@/lib/content/nearest'

/** Every term that a lesson marks stands in the glossary. */
export const rule: Rule = (course) => {
  if (course.unread.has(fileNames.glossary)) return []
  const known = course.terms.map(({ id }) => id)
  return course.lessons.flatMap((lesson) =>
    termsMarkedIn(lesson)
      .filter((id) => !known.includes(id))
      .map((id) =>
        found(
          course,
          fileNames.lesson(lesson.slug),
          `term.${id}`,
          `The term “${id}” does not stand in glossary.yaml.${didYouMean(id, known)}`,
        ),
      ),
  )
}
