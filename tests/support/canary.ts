import { execFileSync } from 'node:child_process'
import type { z } from 'zod'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import type { quizVersionSchema } from '@/lib/domain/quiz'
import { databaseAddress } from './served'

/** Stands in every text of a canary quiz that a learner must not see early. */
export const CANARY = /zq7k\d/
/** Numbers that a key holds cannot be marked with letters. */
export const NUMBERS = ['8734512', '0.000731', '6620179'] as const

type Version = z.input<typeof quizVersionSchema>

/** What only the key's side of question `n` knows. */
const hidden = (n: number) => {
  const mark = (name: string) => `zq7k${n}-${name}`
  const options = (key: string) =>
    ['a', 'b', 'c'].map((name) => ({
      id: mark(name),
      text: `Canary option ${name}`,
      ...(name !== key && { feedback: `${mark(name)} feedback` }),
    }))
  const common = {
    id: `q-${n}`,
    title: `${mark('title')}`,
    prompt: `Canary question ${n}`,
    basis: 'fact' as const,
    objective: mark('objective'),
    bloom: 'remember' as const,
    explanation: `${mark('explanation')}`,
    facts: [`Z${n}`],
    evidence: [{ lesson: mark('lesson'), quote: `${mark('quote')}` }],
  }
  return { mark, options, common }
}

const questions = (): z.input<typeof quizVersionSchema>['questions'] => {
  const make = [
    ({ mark, options, common }: ReturnType<typeof hidden>) => ({
      ...common,
      kind: 'single-choice' as const,
      options: options('b'),
      key: mark('b'),
    }),
    ({ mark, options, common }: ReturnType<typeof hidden>) => ({
      ...common,
      kind: 'multiple-response' as const,
      options: options('a'),
      key: [mark('a')],
    }),
    ({ mark, common }: ReturnType<typeof hidden>) => ({
      ...common,
      kind: 'true-false' as const,
      key: true,
      feedback: mark('feedback'),
    }),
    ({ mark, common }: ReturnType<typeof hidden>) => ({
      ...common,
      kind: 'numeric' as const,
      key: NUMBERS[0],
      tolerance: NUMBERS[1],
      unit: 'km',
      wrong: [{ value: NUMBERS[2], feedback: mark('known') }],
      feedback: mark('feedback'),
    }),
    ({ mark, common }: ReturnType<typeof hidden>) => ({
      ...common,
      kind: 'short-text' as const,
      key: mark('key'),
      accept: [mark('accept')],
      wrong: [{ answers: [mark('wrong')], feedback: mark('known') }],
      feedback: mark('feedback'),
    }),
    ({ mark, common }: ReturnType<typeof hidden>) => ({
      ...common,
      kind: 'matching' as const,
      rows: [
        { id: mark('r1'), text: 'Canary row one' },
        { id: mark('r2'), text: 'Canary row two' },
      ],
      choices: ['c1', 'c2', 'c3'].map((name) => ({
        id: mark(name),
        text: `Canary choice ${name}`,
        feedback: `${mark(name)} feedback`,
      })),
      key: { [mark('r1')]: mark('c2'), [mark('r2')]: mark('c1') },
    }),
    ({ mark, common }: ReturnType<typeof hidden>) => ({
      ...common,
      kind: 'ordering' as const,
      items: ['i1', 'i2', 'i3'].map((name) => ({
        id: mark(name),
        text: `Canary item ${name}`,
        note: `${mark(name)} note`,
      })),
      key: [mark('i2'), mark('i3'), mark('i1')],
    }),
    ({ mark, options, common }: ReturnType<typeof hidden>) => ({
      ...common,
      kind: 'cloze' as const,
      text: `Canary {${mark('g1')}} and {${mark('g2')}} end`,
      gaps: [
        {
          id: mark('g1'),
          input: 'typed' as const,
          key: mark('key'),
          accept: [mark('accept')],
          wrong: [{ answers: [mark('wrong')], feedback: mark('known') }],
          feedback: mark('feedback'),
        },
        { id: mark('g2'), input: 'chosen' as const, options: options('c'), key: mark('c') },
      ],
    }),
  ]
  return make.map((each, place) => each(hidden(place + 1)))
}

/** Publishes a quiz of every kind whose key's side is marked throughout; gives its questions. */
export function publishCanaries(courseSlug: string, slug: string): AuthoredQuestion[] {
  const all = questions()
  const version: Version = {
    course: { slug: courseSlug, title: 'Canary course' },
    slug,
    title: 'Canary quiz',
    short: 'Canary',
    summary: 'Marked throughout.',
    lesson: null,
    modes: ['test', 'practice'],
    perPage: 4,
    minutes: 5,
    questions: all,
    passages: Object.fromEntries(
      all.map(({ id }, place) => {
        const { mark } = hidden(place + 1)
        const text = (name: string) => `${mark(name)} passage`
        const [before, sentence, after] = ['before', 'sentence', 'after'].map(text)
        const at = {
          lesson: mark('lesson'),
          lessonTitle: text('lesson'),
          articleSentence: null,
          section: text('section'),
        }
        const words = { before: `${before}`, sentence: `${sentence}`, after: `${after}` }
        return [id, [{ ...at, sentenceId: mark('sentence'), ...words, quote: text('quote') }]]
      }),
    ),
    facts: all.map((_question, place) => ({
      id: `Z${place + 1}`,
      text: hidden(place + 1).mark('fact'),
      mark: 'P' as const,
      asOf: '2026-11-22',
      sources: [{ title: hidden(place + 1).mark('source'), publisher: 'Nobody' }],
    })),
  }
  const script = [
    '--import',
    'tsx',
    '--conditions=react-server',
    'tests/support/publish-version.ts',
  ]
  const secret = 'only-for-publishing-in-browser-tests'
  execFileSync(process.execPath, script, {
    input: JSON.stringify(version),
    env: {
      ...process.env,
      DATABASE_URL: databaseAddress(),
      NEXTAUTH_SECRET: secret,
      NEXTAUTH_URL: 'http://localhost',
    },
  })
  return all as AuthoredQuestion[]
}
