import { fileNames, found, type Rule } from '@/lib/content/material'

/** Lessons are as long as course.yaml wants them. */
export const rule: Rule = (course) => {
  const wanted = course.file.lessonWords
  if (!wanted) return []
  const { least, most } = wanted
  return course.lessons
    .filter(({ words }) => words < least || words > most)
    .map(({ slug, words }) =>
      found(
        course,
        fileNames.lesson(slug),
        '',
        `The lesson has ${words} words; course.yaml asks for ${least} to ${most}.`,
      ),
    )
}
