import { z } from 'zod'
import { idField, textField } from './question/options'
import { BLOOM, questionSchema } from './question/question'

/** Whether a year, a month or a day as it is written exists in the calendar. */
const isInCalendar = (text: string): boolean => {
  const time = Date.parse(text)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
const UNKNOWN_DATE = 'The calendar has no such date.'

const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, {
    error: 'Write the date as year-month-day: 2026-11-22.',
    abort: true,
  })
  .refine(isInCalendar, UNKNOWN_DATE)

const eventDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, {
    error: 'Write the date as 2005, 2005-11 or 2005-11-18.',
    abort: true,
  })
  .refine(isInCalendar, UNKNOWN_DATE)

export const MARKS = ['P', 'S', 'C'] as const

const sourceSchema = z.strictObject({
  title: textField.describe("The page's title."),
  publisher: textField.describe('Who publishes the page.'),
  url: z.url().optional().describe('The address of the page.'),
  lang: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, 'Write the language as zh-Hans, ja or fr.')
    .optional()
    .describe("The language of the page's title where it is not that of the course: zh-Hans, ja."),
})

/** facts.yaml: what is known, each with where from, how sure and as of when. */
export const factsSchema = z.strictObject({
  facts: z.array(
    z.strictObject({
      id: z
        .string()
        .regex(/^[A-Z]\d{1,3}$/, 'A fact id is a capital letter and a number: A4.')
        .describe('Permanent: a capital letter and a number.'),
      text: textField.describe('The fact in your own words.'),
      mark: z.enum(MARKS).describe('P: read at first hand. S: read at second hand. C: calculated.'),
      asOf: date.describe('The day on which this was last known to be so.'),
      dayDiffers: z
        .literal(true)
        .optional()
        .describe('The date is one day in UTC and another in Beijing: questions name the zone.'),
      sources: z.array(sourceSchema).min(1, 'A fact names at least one source.'),
    }),
  ),
})
export type Fact = z.infer<typeof factsSchema>['facts'][number]

/** glossary.yaml: the terms that lessons mark. */
export const glossarySchema = z.strictObject({
  terms: z.array(
    z.strictObject({
      id: idField,
      term: textField.describe('The term as it stands in a dictionary.'),
      zh: z.string().optional().describe('The term in simplified Chinese, where verified.'),
      fr: z.string().optional().describe('The term in French, where verified.'),
      definition: textField.describe('One sentence that a reader of fifteen understands.'),
    }),
  ),
})
export type Term = z.infer<typeof glossarySchema>['terms'][number]

/** timeline.yaml: what happened when, for the course's own page of it. */
export const timelineSchema = z.strictObject({
  events: z.array(
    z.strictObject({
      id: idField.describe('Permanent.'),
      date: eventDate.describe('As exactly as it is known: a year, a month or a day.'),
      until: eventDate.optional().describe('The last day of what took longer.'),
      isAbout: z.literal(true).optional().describe('The date is known only roughly.'),
      zone: textField.optional().describe('Where the day depends on it: UTC, or Beijing time.'),
      title: textField.describe('What happened, in a few words.'),
      text: textField.describe('One or two sentences in your own words.'),
      facts: z
        .array(
          z.string().regex(/^[A-Z]\d{1,3}$/, 'A fact id is a capital letter and a number: A4.'),
        )
        .min(1, 'An event names the fact that it rests on.'),
      lessons: z.array(idField).min(1).describe('The lessons that tell of it.'),
    }),
  ),
})
export type TimelineEvent = z.infer<typeof timelineSchema>['events'][number]

/** course.yaml */
export const courseSchema = z.strictObject({
  title: textField.describe('The course as learners read it.'),
  summary: textField.describe('One or two sentences for lists.'),
  language: z.literal('en').describe('The language of the course.'),
  checked: date.describe('The day on which article and facts were last compared.'),
  article: z
    .strictObject({
      title: textField,
      publisher: textField,
      url: z.url().optional(),
      words: z.int().positive(),
      sentences: z.int().positive().max(99),
    })
    .describe('The source document, which is named and quoted but never reproduced.'),
  topics: z
    .record(z.string().regex(/^[A-Z]$/), textField)
    .describe('What the letters of the fact ids stand for.')
    .default({}),
  lessonWords: z
    .strictObject({ least: z.int().positive(), most: z.int().positive() })
    .optional()
    .describe('How long a lesson of this course may be.'),
  stages: z
    .array(z.strictObject({ title: textField, lessons: z.array(idField).min(1) }))
    .min(1)
    .describe('The lessons in their order, in groups that the map draws as columns.'),
  quizzes: z
    .array(idField)
    .describe('Quizzes that belong to no single lesson, in the order in which they are listed.')
    .default([]),
})
export type CourseFile = z.infer<typeof courseSchema>

/** The frontmatter of lessons/<slug>.md */
export const lessonSchema = z.strictObject({
  title: textField.describe('The lesson as learners read it.'),
  short: z.string().trim().min(1).max(40).describe('A shorter title for maps and tables.'),
  summary: textField.describe('One sentence: what the lesson is about.'),
  asOf: date.describe('The day on which the text was last checked.'),
  quiz: idField.optional().describe('The quiz on this lesson.'),
  objectives: z
    .array(
      z.strictObject({
        id: idField.describe('Permanent.'),
        text: textField.describe('Completes: After this lesson you can …'),
        bloom: z.enum(BLOOM),
      }),
    )
    .min(1, 'A lesson has at least one objective.'),
})
export type LessonHead = z.infer<typeof lessonSchema>

export const MODES = ['practice', 'test'] as const
export type Mode = (typeof MODES)[number]

const drawSchema = z.strictObject({
  quiz: idField.describe('The quiz of this course whose questions are drawn from.'),
  slots: z
    .array(z.array(z.enum(BLOOM)).min(1))
    .min(1)
    .max(20)
    .describe("One question is drawn for each slot, at one of the slot's levels."),
})

/** quizzes/<slug>.yaml */
export const quizSchema = z.strictObject({
  title: textField.describe('The quiz as learners read it.'),
  short: z.string().trim().min(1).max(40).describe('A shorter title for tables.'),
  summary: textField.describe('One sentence: what the quiz asks about.'),
  lesson: idField.optional().describe('The lesson that the quiz belongs to, if it is one.'),
  modes: z
    .array(z.enum(MODES))
    .min(1)
    .describe('practice: feedback after each question. test: feedback after handing in.'),
  perPage: z.int().min(1).max(50).default(2).describe('Questions on a page of a test.'),
  minutes: z.int().min(1).max(180).describe('About how long it takes, as told to learners.'),
  pass: z.int().min(1).max(100).optional().describe('Per cent of the points that pass the quiz.'),
  questions: z
    .array(questionSchema)
    .max(100)
    .default([])
    .describe('The questions, unless they are drawn from other quizzes.'),
  draw: z
    .array(drawSchema)
    .default([])
    .describe('For a quiz over several lessons: what is drawn, anew for every attempt.'),
})
export type QuizFile = z.infer<typeof quizSchema>
