import { recordCorrection } from '@/lib/data/corrections'
import { db } from '@/lib/data/db'
import { ROLES } from '@/lib/domain/class'
import type { CorrectionDraft } from '@/lib/domain/correction'
import { textsOf } from '@/lib/domain/question/correct'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import type { Viewer } from '@/lib/domain/viewer'
import { answer, begin, handIn, newQuiz, type PublishedQuiz } from './attempts'
import { newClass, newMember } from './people'
import { the } from './the'
import { after, statements } from './versions'

export const [q1] = statements(3) as [AuthoredQuestion]
export const KEY_WAS_WRONG: CorrectionDraft = {
  questionId: 'q1',
  remedy: 'rekeyed',
  change: { ...textsOf(q1), key: ['false'] },
  reason: 'The statement is false.',
  mayLower: false,
}
export const VOIDED: CorrectionDraft = { ...KEY_WAS_WRONG, remedy: 'voided', change: null }

type Who = (typeof ROLES)[number] | 'other' | 'stranger'

export interface CorrectableClass {
  people: Record<Who, Viewer>
  quiz: PublishedQuiz
  at: { classId: string; quizId: string }
  assignmentId: string
  /** Handed in by the student and by the other one: wrong and right by the first key of q1. */
  wrong: string
  right: string
}

/** Begins an attempt in the class and answers two of its three questions. */
export async function answered(
  { quiz, assignmentId }: Pick<CorrectableClass, 'quiz' | 'assignmentId'>,
  viewer: Viewer,
  value: string,
): Promise<string> {
  const id = await begin(viewer, quiz, { assignmentId, seed: `seed of ${viewer.name}` })
  await answer(viewer, id, { q1: value, q2: 'true' })
  return id
}

/** The same, handed in. */
export async function done(
  room: Pick<CorrectableClass, 'quiz' | 'assignmentId'>,
  viewer: Viewer,
  value: string,
): Promise<string> {
  const id = await answered(room, viewer, value)
  await handIn(viewer, id)
  return id
}

/** A class of two students, with somebody of every role, to which three statements are set. */
export async function correctableClass(): Promise<CorrectableClass> {
  const made = [...ROLES, 'other' as const, 'stranger' as const].map(
    async (role) => [role, await newMember(`a ${role}`)] as const,
  )
  const people = Object.fromEntries(await Promise.all(made)) as CorrectableClass['people']
  const quiz = await newQuiz(3)
  const { id: classId, assignments } = await newClass(
    people.teacher,
    [people.student, people.other],
    [quiz.id],
  )
  for (const role of ['coteacher', 'observer'] as const)
    await db().membership.create({ data: { classId, userId: people[role].id, role } })
  const room = { people, quiz, at: { classId, quizId: quiz.id }, assignmentId: the(assignments[0]) }
  const wrong = await done(room, people.student, 'false')
  const right = await done(room, people.other, 'true')
  return { ...room, wrong, right }
}

/** The stored scores of all attempts at the quiz, by their ids. */
export const scoresOf = async ({ quiz }: Pick<CorrectableClass, 'quiz'>) =>
  Object.fromEntries(
    (
      await db().attempt.findMany({
        where: { quizId: quiz.id },
        select: { id: true, earnedN: true, earnedD: true, points: true },
      })
    ).map(({ id, earnedN, earnedD, points }) => [id, `${earnedN}/${earnedD} of ${points}`]),
  )

/** Puts a question right, as the teacher unless somebody else is named. */
export const correct = (
  { at, people }: CorrectableClass,
  draft: CorrectionDraft,
  viewer = people.teacher,
): Promise<boolean> => recordCorrection(viewer, at, draft, after(1_000))

/** The correction that was made last in the class. */
export const lastCorrection = async ({ assignmentId }: CorrectableClass): Promise<string> =>
  the(await db().correction.findFirst({ where: { assignmentId }, orderBy: { id: 'desc' } })).id
