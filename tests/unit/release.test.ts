import { describe, expect, it } from 'vitest'
import { courseSchema, factsSchema, lessonSchema, quizSchema } from '@/lib/domain/course'
import type { Course } from '@/lib/domain/course-content'
import type { Lesson } from '@/lib/domain/lesson'
import { quizVersionSchema } from '@/lib/domain/quiz'
import { planOf, quizzesInOrder, toVersion } from '@/lib/domain/release'
import { the } from '@/tests/support/the'
import { sample } from '@/tests/unit/question/samples'

const text = (words: string) => [{ type: 'text' as const, text: words }]
const lesson = (slug: string, sentences: string[], quiz?: string): Lesson => ({
  slug,
  head: lessonSchema.parse({
    title: `Lesson ${slug}`,
    short: slug,
    summary: 'It tells.',
    asOf: '2026-11-22',
    ...(quiz && { quiz }),
    objectives: [{ id: 'tell', text: 'tell it', bloom: 'remember' }],
  }),
  sections: [
    {
      id: 'section',
      title: 'A section',
      blocks: [
        {
          type: 'paragraph',
          sentences: sentences.map((words, n) => ({ id: `${slug}-${n}`, content: text(words) })),
        },
      ],
    },
  ],
  words: 100,
  minutes: 3,
  facts: [],
  terms: [],
})
const evidence = (slug: string, quote: string) => ({ lesson: slug, quote })
const quiz = (changes: object, questions: object[]) =>
  quizSchema.parse({
    title: 'A quiz',
    short: 'Quiz',
    summary: 'It asks.',
    modes: ['practice', 'test'],
    minutes: 4,
    questions,
    ...changes,
  })
const question = (id: string, changes: object) => sample('true-false', { id, ...changes })

const course: Course = {
  slug: 'course',
  file: courseSchema.parse({
    title: 'A course',
    summary: 'It teaches.',
    language: 'en',
    checked: '2026-11-22',
    article: { title: 'An article', publisher: 'A paper', words: 10, sentences: 2 },
    stages: [{ title: 'Beginning', lessons: ['one', 'two'] }],
    quizzes: ['mixed'],
  }),
  events: [],
  lessons: [
    lesson('one', ['They met.', 'They met in Paris in 2023.', 'It was cold.'], 'first'),
    lesson('two', ['The instrument’s ions were counted.']),
  ],
  quizzes: [
    {
      slug: 'first',
      file: quiz({ lesson: 'one' }, [
        question('where', { evidence: [evidence('one', 'met in Paris')], facts: ['A2'] }),
        question('what', {
          evidence: [evidence('two', "The instrument's ions"), evidence('one', 'It was cold.')],
          facts: [],
        }),
      ]),
    },
    {
      slug: 'mixed',
      file: quiz({ title: 'Mixed', modes: ['practice'] }, [
        question('lost', { evidence: [evidence('one', 'not there')] }),
      ]),
    },
  ],
  facts: factsSchema.parse({
    facts: ['A1', 'A2'].map((id) => ({
      id,
      text: `Fact ${id}`,
      mark: 'P',
      asOf: '2026-11-22',
      sources: [{ title: 'A page', publisher: 'A body' }],
    })),
  }).facts,
  terms: [],
}
const [first, mixed] = course.quizzes

describe('a quiz as it is published', () => {
  const version = toVersion(course, the(first))

  it('is a version that comes back from the database as it went in', () => {
    for (const each of course.quizzes) {
      const made = toVersion(course, each)
      expect(quizVersionSchema.parse(JSON.parse(JSON.stringify(made)))).toEqual(made)
    }
  })

  it('knows course and lesson, with the lesson’s number', () => {
    expect(version.course).toEqual({ slug: 'course', title: 'A course' })
    expect(version.lesson).toEqual({ slug: 'one', title: 'Lesson one', number: 1 })
    expect(toVersion(course, the(mixed)).lesson).toBeNull()
  })

  it('carries the sentence that answers each question, between its neighbours', () => {
    expect(version.passages.where).toMatchObject([
      {
        lesson: 'one',
        lessonTitle: 'Lesson one',
        section: 'A section',
        sentenceId: 'one-1',
        before: 'They met.',
        sentence: 'They met in Paris in 2023.',
        after: 'It was cold.',
        quote: 'met in Paris',
      },
    ])
  })

  it('carries every passage of a question in the order of its evidence, across lessons', () => {
    expect(version.passages.what?.map(({ sentenceId }) => sentenceId)).toEqual(['two-0', 'one-2'])
  })

  it('has an empty list where a sentence is not in its lesson', () => {
    expect(toVersion(course, the(mixed)).passages).toEqual({ lost: [] })
  })

  it('carries the facts that its questions rest on, and no others', () => {
    expect(version.facts.map(({ id }) => id)).toEqual(['A2'])
  })
})

it('lists the quizzes of the lessons in their order, then the others as the course lists them', () => {
  const practice = { slug: 'a-practice', file: the(course.quizzes[1]).file }
  const slugs = (listed: string[]) =>
    quizzesInOrder({
      ...course,
      file: { ...course.file, quizzes: listed },
      quizzes: [practice, ...course.quizzes.toReversed()],
    }).map(({ slug }) => slug)
  expect(slugs(['mixed', 'a-practice'])).toEqual(['first', 'mixed', 'a-practice'])
  expect(slugs(['a-practice', 'mixed'])).toEqual(['first', 'a-practice', 'mixed'])
})

it('is a plan of the lessons in their order and of the quizzes that belong to none', () => {
  const objectives = [{ id: 'tell', text: 'tell it' }]
  expect(planOf(course)).toEqual({
    courseSlug: 'course',
    lessons: [
      { slug: 'one', title: 'Lesson one', minutes: 3, quiz: 'first', objectives },
      { slug: 'two', title: 'Lesson two', minutes: 3, quiz: null, objectives },
    ],
    practice: [{ slug: 'mixed', title: 'Mixed', minutes: 4 }],
    pool: null,
  })
})
