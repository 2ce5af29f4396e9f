import { wordsOf } from '@/lib/content/article-prints'
import { fileNames, found, type Rule } from '@/lib/content/material'

/** Fewer words than this do not say what a drawing shows. */
const LEAST = 25

const isSame = (one: string, other: string) => wordsOf(one).join(' ') === wordsOf(other).join(' ')

/** Whoever cannot see a figure is told all of it in words, not its title once more. */
export const rule: Rule = (course) =>
  course.figures.flatMap(({ id, title, caption, description }) => {
    const said = (path: string, message: string) =>
      found(course, fileNames.figure(id), path, message)
    const count = wordsOf(description).length
    return [
      ...(count < LEAST
        ? [
            said(
              'description',
              `The description has ${count} words. Say everything that the drawing shows, in at least ${LEAST}.`,
            ),
          ]
        : []),
      ...(isSame(description, caption)
        ? [said('description', 'The description repeats the caption. Describe the drawing itself.')]
        : []),
      ...(isSame(caption, title)
        ? [said('caption', 'The caption repeats the title. Say what is to be seen.')]
        : []),
    ]
  })
