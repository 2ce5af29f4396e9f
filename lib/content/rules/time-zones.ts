import { sentencesIn } from '@/lib/content/boundaries'
import { fileNames, found, type Material, type Rule } from '@/lib/content/material'
import { readSvg } from '@/lib/content/svg'
import { type TextAt, textsIn } from '@/lib/content/texts'
import type { Problem } from '@/lib/domain/course-content'
import { inlinesOf, sentencesOf, sentenceText } from '@/lib/domain/lesson'

const CLOCK = /\b(?:[01]?\d|2[0-3]):[0-5]\d\b|\b\d{1,2}(?::[0-5]\d)? ?[ap]\.?m\b/
/** “Beijing time” names a zone; “This time” and “Every time” do not, and nor does a place alone. */
const ZONE =
  /\b(?:UTC|UT|GMT|CES?T|EDT|time zones?|local time|(?!(?:This|That|The|Each|Every|Any|Some|First|Last|Next|No|One|What|Which|Same|Whose|By|At|In|From)\b)\p{Lu}\p{L}+ time)\b/u
/** A day is told apart by the place whose calendar counts, too. */
const DAY_ZONE = new RegExp(`${ZONE.source}|\\bBeijing\\b`, 'u')
const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December'
const DAY = new RegExp(`\\b\\d{1,2} (?:${MONTHS})\\b|\\b(?:${MONTHS}) \\d{1,2}\\b`)

// Cutting into sentences is slow, and hardly any text has a clock time.
const hasBareClock = (text: string) =>
  CLOCK.test(text) &&
  sentencesIn(text).some((sentence) => CLOCK.test(sentence) && !ZONE.test(sentence))

const CLOCK_MESSAGE = 'Say in which time zone this clock time is, in the same sentence.'
const DAY_MESSAGE =
  'This day is another one in Beijing than in UTC. Say which of the two is meant, here.'

const texts = (course: Material): [file: string, texts: TextAt[]][] => [
  ...course.quizzes.map(({ slug, file }): [string, TextAt[]] => [
    fileNames.quiz(slug),
    textsIn(file),
  ]),
  [fileNames.facts, textsIn({ facts: course.facts })],
  ...course.lessons.map(({ slug, head }): [string, TextAt[]] => [
    fileNames.lesson(slug),
    textsIn(head),
  ]),
  [fileNames.glossary, textsIn({ terms: course.terms })],
  [fileNames.timeline, textsIn({ events: course.events })],
  ...course.figures.map((figure): [string, TextAt[]] => [
    fileNames.figure(figure.id),
    [
      ...textsIn(figure),
      { path: 'wide', text: readSvg(figure.wide).text },
      { path: 'narrow', text: readSvg(figure.narrow ?? '').text },
    ],
  ]),
]

/** Where a day is given that depends on the zone, and nothing beside it says which is meant. */
function bareDays(course: Material): Problem[] {
  const doubtful = new Set(course.facts.flatMap(({ id, dayDiffers }) => (dayDiffers ? [id] : [])))
  const isDoubtful = (facts: readonly string[]) => facts.some((id) => doubtful.has(id))
  const isBare = (text: string) => DAY.test(text) && !DAY_ZONE.test(text)
  const inLessons = course.lessons.flatMap((lesson) =>
    sentencesOf(lesson)
      .filter((sentence) => {
        const facts = inlinesOf(sentence.content).flatMap((inline) =>
          inline.type === 'fact' ? [inline.id] : [],
        )
        return isDoubtful(facts) && isBare(sentenceText(sentence))
      })
      .map(({ id }) => found(course, fileNames.lesson(lesson.slug), id, DAY_MESSAGE)),
  )
  const inQuizzes = course.quizzes.flatMap(({ slug, file }) =>
    file.questions
      .filter(({ facts }) => isDoubtful(facts))
      .flatMap((question) => {
        const bare = textsIn(question).find(({ text }) => isBare(text))
        if (!bare || DAY_ZONE.test(question.prompt)) return []
        const path = `questions.${question.id}.${bare.path}`
        return [found(course, fileNames.quiz(slug), path, DAY_MESSAGE)]
      }),
  )
  const inFacts = course.facts
    .filter(({ id, text }) => doubtful.has(id) && isBare(text))
    .map(({ id }) => found(course, fileNames.facts, `facts.${id}.text`, DAY_MESSAGE))
  const inEvents = course.events
    .filter(({ facts, date, zone }) => isDoubtful(facts) && date.length === 10 && !zone)
    .map(({ id }) => found(course, fileNames.timeline, `events.${id}.date`, DAY_MESSAGE))
  const inFigures = course.figures
    .filter(({ facts }) => isDoubtful(facts))
    .flatMap((figure) => {
      const texts = textsIn(figure)
      const bare = texts.find(({ text }) => DAY.test(text))
      return bare && !texts.some(({ text }) => DAY_ZONE.test(text))
        ? [found(course, fileNames.figure(figure.id), bare.path, DAY_MESSAGE)]
        : []
    })
  return [...inLessons, ...inQuizzes, ...inFacts, ...inEvents, ...inFigures]
}

/** A clock time names its zone, and so does a day on which Beijing and UTC disagree. */
export const rule: Rule = (course) => [
  ...texts(course).flatMap(([file, all]) =>
    all
      .filter(({ text }) => hasBareClock(text))
      .map(({ path }) => found(course, file, path, CLOCK_MESSAGE)),
  ),
  ...course.lessons.flatMap((lesson) =>
    sentencesOf(lesson)
      .filter((sentence) => hasBareClock(sentenceText(sentence)))
      .map(({ id }) => found(course, fileNames.lesson(lesson.slug), id, CLOCK_MESSAGE)),
  ),
  ...bareDays(course),
]
