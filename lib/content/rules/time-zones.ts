import { sentencesIn } from '@/lib/content/boundaries'
import { fileNames, found, type Material, type Rule } from '@/lib/content/material'
import { readSvg } from '@/lib/content/svg'
import { type TextAt, textsIn } from '@/lib/content/texts'
import type { Problem } from '@/lib/domain/course-content'
import { inlinesOf, sentencesOf, sentenceText } from '@/lib/domain/lesson'

const CLOCK = /\b(?:[01]?\d|2[0-3]):[0-5]\d\b|\b\d{1,2}(?::[0-5]\d)? ?[ap]\.?m\b/
/** Towns after which a zone is named; China's one zone goes by the capital's name. */
const TOWNS = [
  'Beijing',
  ...Intl.supportedValuesOf('timeZone').flatMap((zone) => zone.split('/').at(-1) ?? []),
].map((town) => town.replaceAll('_', ' '))
/** “Beijing time” names a zone; “this time”, “launch time” and a place alone do not. */
const ZONE = new RegExp(
  `\\b(?:UTC|UT|GMT|CES?T|[EP][DS]T|time zones?|(?:${TOWNS.join('|')}|local|Universal|European|Eastern|Central|Pacific) [Tt]ime)\\b`,
)
/** A day is told apart by the place whose calendar counts, too. */
const DAY_ZONE = new RegExp(`${ZONE.source}|\\bBeijing\\b`)
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

const wordsOf = (figure: Material['figures'][number]): TextAt[] => [
  ...textsIn(figure),
  { path: 'wide', text: readSvg(figure.wide).text },
  { path: 'narrow', text: readSvg(figure.narrow ?? '').text },
]

const texts = (course: Material): [file: string, texts: TextAt[]][] => [
  // What a question asks for and accepts is in the zone that its prompt names.
  ...course.quizzes.map(({ slug, file: { questions, ...head } }): [string, TextAt[]] => [
    fileNames.quiz(slug),
    [
      ...textsIn(head),
      ...questions.flatMap((question) =>
        textsIn(question, `questions.${question.id}`).filter(
          ({ path }) => !ZONE.test(question.prompt) || path.endsWith('.prompt'),
        ),
      ),
    ],
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
    wordsOf(figure),
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
      const texts = wordsOf(figure)
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
