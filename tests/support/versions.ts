import { randomBytes } from 'node:crypto'
import { recordSubmission, startAttempt } from '@/lib/data/attempts'
import { listQuizzes, publishQuiz } from '@/lib/data/quizzes'
import { saveResponse } from '@/lib/data/responses'
import { submit } from '@/lib/domain/attempt'
import type { Mode } from '@/lib/domain/course'
import { KINDS } from '@/lib/domain/question/kind'
import type { StoredResponse } from '@/lib/domain/question/publish'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import { type QuizVersion, quizVersionSchema } from '@/lib/domain/quiz'
import type { Viewer } from '@/lib/domain/viewer'
import { sample } from '@/tests/unit/question/samples'
import { the } from './people'

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

export interface PublishedQuiz {
  id: string
  courseSlug: string
  slug: string
}

/** Publishes a version and tells where it is. */
export async function published(version: QuizVersion): Promise<PublishedQuiz> {
  await publishQuiz(version)
  const at = { courseSlug: version.course.slug, slug: version.slug }
  const found = (await listQuizzes()).find(
    ({ courseSlug, slug }) => courseSlug === at.courseSlug && slug === at.slug,
  )
  return { id: the(found).id, ...at }
}

/** A published quiz of `count` statements. */
export const newQuiz = (count = 2): Promise<PublishedQuiz> =>
  published(versionOf(statements(count)))

export interface Beginning {
  mode?: Mode
  assignmentId?: string | null
  seed?: string
  now?: Date
}

/** An open attempt; its id. */
export async function begin(
  viewer: Viewer,
  { courseSlug, slug }: PublishedQuiz,
  { mode = 'test', assignmentId = null, seed = 'seed', now = noon }: Beginning = {},
): Promise<string> {
  return the(await startAttempt(viewer, { courseSlug, slug, mode, assignmentId }, seed, now))
}

/** Saves first answers, on top of nothing. */
export async function answer(
  viewer: Viewer,
  attemptId: string,
  answers: Record<string, StoredResponse>,
  now = noon,
): Promise<void> {
  for (const [questionId, value] of Object.entries(answers)) {
    const saved = await saveResponse(viewer, { attemptId, questionId, value, base: 0 }, now)
    if (saved.state !== 'saved') throw new Error(`Not saved: ${saved.state}`)
  }
}

/** Hands in as the app does; whether this was what did it. */
export const handIn = (viewer: Viewer, attemptId: string, now = noon): Promise<boolean> =>
  recordSubmission(viewer, attemptId, (attempt) => submit(attempt, now))

/** An attempt at a quiz of statements, of which the first `right` are answered rightly; its id. */
export async function handedIn(
  viewer: Viewer,
  quiz: PublishedQuiz,
  right: number,
  options: Beginning = {},
): Promise<string> {
  const id = await begin(viewer, quiz, options)
  const answers = Array.from({ length: right }, (_, place) => [`q${place + 1}`, 'true'] as const)
  await answer(viewer, id, Object.fromEntries(answers), options.now)
  await handIn(viewer, id, options.now)
  return id
}
