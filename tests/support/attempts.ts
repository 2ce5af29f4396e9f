import { findAssignment } from '@/lib/data/assignments'
import { listQuizzes, publishQuiz } from '@/lib/data/quizzes'
import { saveResponse } from '@/lib/data/save'
import { startAssigned, startAttempt } from '@/lib/data/starts'
import { recordSubmission } from '@/lib/data/submissions'
import { beginning } from '@/lib/domain/assignment'
import { submit } from '@/lib/domain/attempt'
import type { Mode } from '@/lib/domain/course'
import type { StoredResponse } from '@/lib/domain/question/publish'
import type { QuizVersion } from '@/lib/domain/quiz'
import type { Viewer } from '@/lib/domain/viewer'
import { the } from './the'
import { noon, statements, versionOf } from './versions'

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
  if (assignmentId === null)
    return the(await startAttempt(viewer, { courseSlug, slug, mode }, seed, now))
  const assigned = the(await findAssignment(viewer, assignmentId))
  const next = beginning(assigned, now)
  const number = next.ok ? next.value : { number: assigned.attempts.length, deadline: null }
  return the(await startAssigned(viewer, assigned, number, seed, now))
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
