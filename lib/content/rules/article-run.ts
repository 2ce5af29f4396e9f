import { stretchesIn, textRuns } from '@/lib/content/article-prints'
import { fileNames, found, type Rule } from '@/lib/content/material'
import { sentencesOf, sentenceText } from '@/lib/domain/lesson'

const MOST_WORDS = 25
/** Of one lesson's quotations together: beyond this share it would stand in for the article. */
const MOST_SHARE = 1 / 3

/** The article is nowhere reproduced: no long stretch of it in any file, no large part in a lesson. */
export const rule: Rule = (course) => {
  if (!course.prints) return []
  const known = new Set(course.prints.text)
  const read = new Map([
    ...[...course.texts].filter(([file]) => file !== fileNames.prints),
    ...course.lessons.map(
      (lesson) =>
        [fileNames.lesson(lesson.slug), sentencesOf(lesson).map(sentenceText).join(' ')] as const,
    ),
  ])
  const long = [...read].flatMap(([file, text]) =>
    stretchesIn(text, known, MOST_WORDS).map(({ words, begins }) =>
      found(
        course,
        file,
        '',
        `${words} words in a row are the article's, from “${begins}” on. At most ${MOST_WORDS} may be.`,
      ),
    ),
  )
  const large = course.lessons.flatMap((lesson) => {
    const text = sentencesOf(lesson).map(sentenceText).join(' ')
    const share = new Set(textRuns(text).filter((run) => known.has(run))).size / known.size
    if (share <= MOST_SHARE) return []
    const percent = Math.round(share * 100)
    const message = `The quotations together are ${percent} % of the article. At most a third of it may stand in one lesson.`
    return [found(course, fileNames.lesson(lesson.slug), '', message)]
  })
  return [...long, ...large]
}
