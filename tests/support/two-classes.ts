import { digest, newToken } from '@/lib/auth/token'
import { joinClass } from '@/lib/data/classes'
import { keepLate } from '@/lib/data/late-answers'
import { recordLessonRead } from '@/lib/data/progress'
import { recordSession } from '@/lib/data/sessions'
import type { Viewer } from '@/lib/domain/viewer'
import { sample } from '@/tests/unit/question/samples'
import { answer, begin, handIn, type PublishedQuiz, published } from './attempts'
import { type NewClass, newClass, newGuest, newMember, newPupil } from './people'
import { the } from './the'
import { after, statements, versionOf } from './versions'

export const PEOPLE = [
  'teacherA',
  'teacherB',
  'studentA',
  'studentB',
  'studentOfBoth',
  'stranger',
  'guest',
] as const
export type Person = (typeof PEOPLE)[number]
const STUDENTS = ['studentA', 'studentB', 'studentOfBoth'] as const
export type ClassName = 'A' | 'B'

/** Which attempts there are: one handed in to each class of a student's, and everybody's own. */
export type AttemptName =
  | 'studentA in A'
  | 'studentB in B'
  | 'studentOfBoth in A'
  | 'studentOfBoth in B'
  | `${Person} alone, handed in`
  | `${Person} open`

export interface TwoClasses {
  quiz: PublishedQuiz
  /** Published, but assigned to nobody. */
  other: PublishedQuiz
  people: Record<Person, Viewer>
  tokens: Record<Person, Uint8Array<ArrayBuffer>>
  classes: Record<ClassName, NewClass & { name: string }>
  attempts: Map<AttemptName, string>
  /** What only those may read whom it is about, or whose it is to know. */
  secrets: Map<string, string[]>
}

/** Everything of somebody's bears their name, so that it is known wherever it turns up. */
export async function twoClasses(): Promise<TwoClasses> {
  const questions = [...statements(1), sample('short-text', { id: 'words' })]
  const quiz = await published(versionOf(questions))
  const other = await published(versionOf(statements(1)))
  const teachers = { teacherA: await newMember('teacherA'), teacherB: await newMember('teacherB') }
  const named = (name: ClassName) => ({ name: `class of teacher ${name}` })
  const made = {
    A: await newClass(teachers.teacherA, [], [quiz.id], named('A').name),
    B: await newClass(teachers.teacherB, [], [quiz.id], named('B').name),
  }
  const people: Record<Person, Viewer> = {
    ...teachers,
    studentA: await newPupil(teachers.teacherA, made.A.id, 'studentA'),
    studentB: await newPupil(teachers.teacherB, made.B.id, 'studentB'),
    studentOfBoth: await newPupil(teachers.teacherA, made.A.id, 'studentOfBoth'),
    stranger: await newMember('stranger'),
    guest: await newGuest('guest'),
  }
  await joinClass(people.studentOfBoth, made.B.code, after(0))
  const classes = { A: { ...made.A, ...named('A') }, B: { ...made.B, ...named('B') } }

  const attempts = new Map<AttemptName, string>()
  const secrets = new Map<string, string[]>()
  const write = async (
    name: AttemptName,
    person: Person,
    isDone: boolean,
    assigned?: ClassName,
  ) => {
    const viewer = people[person]
    const assignmentId = assigned ? the(classes[assigned].assignments[0]) : null
    const mode = isDone ? 'test' : 'practice'
    const seed = `seed of ${name}`
    const id = await begin(viewer, quiz, { mode, assignmentId, seed })
    const words = `words of ${name}`
    await answer(viewer, id, { words }, after(attempts.size))
    if (isDone) await handIn(viewer, id, after(attempts.size))
    const late = `late words of ${name}`
    if (assigned) {
      const given = { questionId: 'words', value: late, base: 1 }
      await keepLate(viewer, id, { ...given, age: 9e5 - attempts.size }, after(9e5))
    }
    attempts.set(name, id)
    secrets.set(name, [id, words, seed, late])
  }
  for (const name of ['A', 'B'] as const)
    for (const person of STUDENTS)
      if (person === `student${name}` || person === 'studentOfBoth')
        await write(`${person} in ${name}` as AttemptName, person, true, name)
  const tokens = {} as TwoClasses['tokens']
  for (const person of PEOPLE) {
    await write(`${person} alone, handed in`, person, true)
    await write(`${person} open`, person, false)
    await recordLessonRead(people[person], 'course', `lesson-read-by-${person}`)
    const token = digest(newToken())
    const device = `device of ${person}`
    await recordSession(
      { tokenHash: token, userId: people[person].id, device, expires: after(9e6) },
      null,
    )
    tokens[person] = token
    secrets.set(person, [people[person].id, `lesson-read-by-${person}`, device])
  }
  for (const name of ['A', 'B'] as const) {
    secrets.set(`class ${name}`, [classes[name].id, classes[name].name])
    secrets.set(`assignment ${name}`, [the(classes[name].assignments[0])])
    secrets.set(`code ${name}`, [classes[name].code])
  }
  return { quiz, other, people, tokens, classes, attempts, secrets }
}
