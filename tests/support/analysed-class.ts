import type { StoredResponse } from '@/lib/domain/question/publish'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import type { Viewer } from '@/lib/domain/viewer'
import { codeFor, sample } from '@/tests/unit/question/samples'
import { answer, begin, handIn, type PublishedQuiz, published } from './attempts'
import { newClass, newPupil } from './people'
import { the } from './the'
import { after, versionOf } from './versions'

/** What is answered to each of the five questions, in words; null is a blank. */
type Row = [string | null, string | null, string | null, string | null, string[]]

const ABC = ['one', 'two', 'three']

/**
 * Twelve students, the best first. Question 4 is the other way round: those who are right elsewhere
 * are wrong here. Its figures, worked out apart from the product: facility 0.50, discrimination −0.70,
 * efficiency −0.82; those of the others and of the quiz stand in the tests.
 */
export const ANSWERS: Record<string, Row> = {
  Amal: ['two', 'true', 'Canary Key Short', 'four', ABC],
  Bea: ['two', 'true', 'canary key short', 'four', ABC],
  Cem: ['two', 'true', 'canary key short', 'five', ['one', 'two']],
  Dana: ['two', 'true', 'canary key short', 'two', ABC],
  Emil: ['two', 'true', 'canary wrong short', 'four', ABC],
  Fatou: ['two', 'true', 'canary key short', 'four', ['one', 'two']],
  Gus: ['two', 'false', 'canary key short', 'two', ['one']],
  Hana: ['two', 'true', 'Beijing', 'four', [...ABC, 'four']],
  Ivo: ['five', 'true', 'beijing.', 'two', ['one', 'two', 'four']],
  Jun: ['two', 'false', 'canary wrong short', 'two', ['one']],
  Kim: ['one', 'false', 'hm', 'two', ['one', 'four']],
  Lou: ['five', 'false', null, 'two', []],
}
export const STUDENTS = Object.keys(ANSWERS)

/** Five questions, of which the last is worth two points. */
export const questionsAnalysed = (): AuthoredQuestion[] => [
  sample('single-choice', { id: 'q1', title: 'First choice', points: 1 }),
  sample('true-false', { id: 'q2', title: 'A statement', points: 1 }),
  sample('short-text', { id: 'q3', title: 'A word', points: 1 }),
  sample('single-choice', { id: 'q4', title: 'Second choice', points: 1 }),
  sample('multiple-response', { id: 'q5', title: 'Several', points: 2 }),
]

/** Those words in the codes that a learner with this seed is shown. */
export function answersIn(seed: string, [one, two, three, four, five]: Row) {
  const [q1, , , q4, q5] = questionsAnalysed()
  const code = (question: AuthoredQuestion | undefined, text: string) =>
    codeFor(the(question), text, seed)
  const given: Record<string, StoredResponse | null> = {
    q1: one && code(q1, `single ${one}`),
    q2: two,
    q3: three,
    q4: four && code(q4, `single ${four}`),
    q5: five.map((word) => code(q5, `multiple ${word}`)),
  }
  return Object.fromEntries(
    Object.entries(given).flatMap(([id, value]) =>
      value === null || value.length === 0 ? [] : [[id, value] as const],
    ),
  )
}

export interface AnalysedClass {
  classId: string
  quiz: PublishedQuiz
  assignmentId: string
  /** By student: who they are, and the attempt that they handed in. */
  students: Record<string, { viewer: Viewer; attemptId: string }>
}

/** Hands in an attempt with these answers; its id. */
export async function attemptWith(
  viewer: Viewer,
  { quiz, assignmentId }: Pick<AnalysedClass, 'quiz' | 'assignmentId'>,
  row: Row,
  at: number,
): Promise<string> {
  const seed = `seed of ${viewer.name} at ${at}`
  const id = await begin(viewer, quiz, { assignmentId, seed, now: after(at) })
  await answer(viewer, id, answersIn(seed, row), after(at))
  await handIn(viewer, id, after(at + 1))
  return id
}

/** A class of this teacher's in which the first `count` of those students have handed in once. */
export async function analysedClass(teacher: Viewer, count = 12): Promise<AnalysedClass> {
  const quiz = await published(versionOf(questionsAnalysed(), { title: 'An analysed quiz' }))
  const room = await newClass(teacher, [], [quiz.id], 'Class 8c')
  const made = { classId: room.id, quiz, assignmentId: the(room.assignments[0]) }
  const students: AnalysedClass['students'] = {}
  for (const [place, name] of STUDENTS.slice(0, count).entries()) {
    const viewer = await newPupil(teacher, room.id, name)
    const attemptId = await attemptWith(viewer, made, the(ANSWERS[name]), place * 10)
    students[name] = { viewer, attemptId }
  }
  return { ...made, students }
}
