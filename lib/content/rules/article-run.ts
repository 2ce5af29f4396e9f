import { copiedInto, type Stretch } from '@/lib/content/article-prints'
import { fileNames, found, type Rule } from '@/lib/content/material'
import { MOST_QUOTED_WORDS } from '@/lib/content/quotations'
import { sentencesOf, sentenceText } from '@/lib/domain/lesson'

/** Of quotations together, in one lesson and in all: beyond these shares they would stand in for it. */
const MOST_OF_LESSON = 1 / 3
const MOST_OF_COURSE = 1 / 2

/** What can be read in a file: of a drawing only the words between its tags. */
const readable = (file: string, text: string) =>
  file.endsWith('.svg') ? text.replace(/<[^>]*>/g, ' ') : text

const countOf = (stretches: readonly Stretch[]) =>
  stretches.reduce((sum, { words }) => sum + words, 0)

/** The article is nowhere reproduced: no long stretch in any file, no large part in the lessons. */
export const rule: Rule = (course) => {
  if (!course.prints) return []
  const known = new Set(course.prints.text)
  const lessons = new Map(
    course.lessons.map((lesson) => [
      fileNames.lesson(lesson.slug),
      sentencesOf(lesson).map(sentenceText).join(' '),
    ]),
  )
  const shareIn = (text: string) => copiedInto(text, known, MOST_QUOTED_WORDS).runs / known.size
  const said = (share: number, most: string) =>
    `The quotations together are ${Math.round(share * 100)} % of the article. At most ${most}.`
  const inCourse = shareIn([...lessons.values()].join('\n'))
  const files = [...course.texts.keys()].filter((file) => file !== fileNames.prints)
  return [
    ...files.flatMap((file) => {
      // A lesson as it is written, and without its marks, which part what follows each other.
      const lesson = lessons.get(file)
      const raw = readable(file, course.texts.get(file) ?? '')
      const share = lesson === undefined ? 0 : shareIn(lesson)
      const stretches = [raw, ...(lesson === undefined ? [] : [lesson])].map(
        (text) => copiedInto(text, known, MOST_QUOTED_WORDS).stretches,
      )
      const longest = stretches.sort((a, b) => countOf(b) - countOf(a))[0] ?? []
      return [
        ...longest.map(
          ({ words, begins }) =>
            `${words} words in a row are the article's, from “${begins}” on. At most ${MOST_QUOTED_WORDS} may be.`,
        ),
        ...(share > MOST_OF_LESSON ? [said(share, 'a third of it may stand in one lesson')] : []),
      ].map((message) => found(course, file, '', message))
    }),
    ...(inCourse > MOST_OF_COURSE
      ? [found(course, fileNames.course, '', said(inCourse, 'half of it may stand in all lessons'))]
      : []),
  ]
}
