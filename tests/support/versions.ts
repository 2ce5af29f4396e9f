import { randomBytes } from 'node:crypto'
import { KINDS } from '@/lib/domain/question/kind'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import { type QuizVersion, quizVersionSchema } from '@/lib/domain/quiz'
import { sample } from '@/tests/unit/question/samples'

/** Noon of the day on which the tests take place, and moments after it. */
export const noon = new Date('2026-11-22T12:00:00.000Z')
export const after = (milliseconds: number): Date => new Date(noon.getTime() + milliseconds)

/** `count` statements, each right when answered 'true' and worth a point: q1, q2, … */
export const statements = (count: number): AuthoredQuestion[] =>
  Array.from({ length: count }, (_, place) =>
    sample('true-false', { id: `q${place + 1}`, title: `Question ${place + 1}`, points: 1 }),
  )

/** A question of each kind, worth two points each. */
export const oneOfEachKind = (): AuthoredQuestion[] => KINDS.map((kind) => sample(kind))

/** A version with these questions under a slug that no other quiz has. */
export function versionOf(
  questions: AuthoredQuestion[],
  changes: Partial<QuizVersion> = {},
): QuizVersion {
  const passages = Object.fromEntries(questions.map(({ id }) => [id, []]))
  return quizVersionSchema.parse({
    course: { slug: 'course', title: 'A course' },
    slug: `quiz-${randomBytes(6).toString('hex')}`,
    title: 'A quiz',
    short: 'Quiz',
    summary: 'It asks.',
    lesson: null,
    modes: ['practice', 'test'],
    perPage: 2,
    minutes: 5,
    questions,
    passages,
    facts: [],
    ...changes,
  })
}
