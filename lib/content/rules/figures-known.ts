import { fileNames, found, isAnyIn, namesIn, type Rule } from '@/lib/content/material'
import { didYouMean } from '@/lib/content/nearest'

/** Every figure that a lesson puts exists, and every figure of the folder is put into a lesson. */
export const rule: Rule = (course) => {
  const known = namesIn(course.files, 'figures', '.yaml')
  const missing = course.placed
    .filter(({ figure }) => !known.includes(figure))
    .map(({ lesson, figure }) =>
      found(
        course,
        fileNames.lesson(lesson),
        `figure.${figure}`,
        `There is no figure “${figure}”.${didYouMean(figure, known)}`,
      ),
    )
  if (isAnyIn(course.faulty, 'lessons/')) return missing
  const unused = known
    .filter((id) => !course.placed.some(({ figure }) => figure === id))
    .map((id) =>
      found(course, fileNames.figure(id), '', `No lesson puts this figure: ::figure{id=${id}}.`),
    )
  return [...missing, ...unused]
}
