import { copiedInto } from '@/lib/content/article-prints'
import { fileNames, found, type Rule } from '@/lib/content/material'
import { sentencesOf, sentenceText } from '@/lib/domain/lesson'

const MOST_WORDS = 25
/** Of one lesson's quotations together: beyond this share it would stand in for the article. */
const MOST_SHARE = 1 / 3

/** What can be read in a file: of a drawing only the words between its tags. */
const readable = (file: string, text: string) =>
  file.endsWith('.svg') ? text.replace(/<[^>]*>/g, ' ') : text

/** The article is nowhere reproduced: no long stretch of it in any file, no large part in a lesson. */
export const rule: Rule = (course) => {
  if (!course.prints) return []
  const known = new Set(course.prints.text)
  const lessons = new Map(
    course.lessons.map((lesson) => [
      fileNames.lesson(lesson.slug),
      sentencesOf(lesson).map(sentenceText).join(' '),
    ]),
  )
  return [...course.texts.keys()]
    .filter((file) => file !== fileNames.prints)
    .flatMap((file) => {
      // A lesson without its marks, which would otherwise part what follows each other.
      const lesson = lessons.get(file)
      const text = lesson ?? readable(file, course.texts.get(file) ?? '')
      const { stretches, runs } = copiedInto(text, known, MOST_WORDS)
      const share = runs / known.size
      return [
        ...stretches.map(
          ({ words, begins }) =>
            `${words} words in a row are the article's, from “${begins}” on. At most ${MOST_WORDS} may be.`,
        ),
        ...(lesson !== undefined && share > MOST_SHARE
          ? [
              `The quotations together are ${Math.round(share * 100)} % of the article. At most a third of it may stand in one lesson.`,
            ]
          : []),
      ].map((message) => found(course, file, '', message))
    })
}
