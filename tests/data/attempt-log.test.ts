import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { recordAssignment } from '@/lib/data/assignments'
import { listEvents, recordFound, recordOpened } from '@/lib/data/attempt-log'
import { disconnect } from '@/lib/data/db'
import { saveResponse } from '@/lib/data/save'
import type { Viewer } from '@/lib/domain/viewer'
import { begin, handIn, newQuiz } from '@/tests/support/attempts'
import { NO_DATES, newClass, newMember, OPEN_RULES } from '@/tests/support/people'
import { the } from '@/tests/support/the'
import { after, noon } from '@/tests/support/versions'

afterAll(disconnect)

const SECOND = 1_000
const MINUTE = 60_000
const END = 30 * MINUTE
const people = {} as Record<'teacher' | 'student', Viewer>
let id: string

beforeEach(async () => {
  for (const role of ['teacher', 'student'] as const) people[role] = await newMember(`a ${role}`)
  const quiz = await newQuiz(3)
  const { id: classId } = await newClass(people.teacher, [people.student])
  const set = await recordAssignment(people.teacher, classId, quiz.id, NO_DATES, OPEN_RULES)
  id = await begin(people.student, quiz, { assignmentId: the(set) })
})

const end = () => handIn(people.student, id, after(END))

describe('the log of an attempt', () => {
  it('names each device once, however often the page is opened', async () => {
    for (const device of ['Firefox, Linux#1', 'Chrome, Mac#2', 'Firefox, Linux#1'])
      await recordOpened(people.student, id, device, after(MINUTE))
    await recordOpened(people.teacher, id, 'Safari, Mac#3', after(MINUTE))
    await end()
    await recordOpened(people.student, id, 'Edge, Windows#4', after(END * 2))
    const opened = (await listEvents(people.teacher, id)).filter(({ kind }) => kind === 'opened')
    expect(opened.map(({ detail }) => detail)).toEqual(['Firefox, Linux#1', 'Chrome, Mac#2'])
  })

  it('tells when the connection was lost and found, in its place and never before the beginning', async () => {
    const found = (
      device: number | null,
      server: number | null,
      minute: number,
      who = people.student,
    ) => recordFound(who, id, { device, server }, after(minute * MINUTE))
    await found(45, 50, 10)
    await found(45, 50, 10.1)
    await found(50_000, null, 20)
    await found(45, 50, 25, people.teacher)
    await end()
    await found(45, 50, 30 + 24 * 60)
    const log = await listEvents(people.teacher, id)
    expect(log.filter(({ kind }) => kind === 'lost' || kind === 'found')).toMatchObject([
      { kind: 'lost', at: noon, detail: '50000/-' },
      { kind: 'lost', at: after(10 * MINUTE - 50 * SECOND), detail: '45/50' },
      { kind: 'found', at: after(10 * MINUTE) },
      { kind: 'found', at: after(20 * MINUTE) },
    ])
  })
})

describe('of two devices', () => {
  it('the answer that was given later stands, though it arrives with more delay', async () => {
    const save = (value: string, base: number, age: number, minute: number) =>
      saveResponse(
        people.student,
        { attemptId: id, questionId: 'q2', value, base, age: age * MINUTE },
        after(minute * MINUTE),
      )
    // Given at minute 5, sent at 15; the other was given at minute 9 and arrives at 16.
    expect(await save('older', 0, 10, 15)).toMatchObject({ state: 'saved' })
    const refused = await save('newer', 0, 7, 16)
    expect(refused).toMatchObject({ state: 'newer-exists', ageMs: 11 * MINUTE })
    expect(await save('newer', 1, 7, 16)).toMatchObject({ state: 'saved', version: 2 })
    // Whoever has seen an answer writes later than it, whatever their clock says.
    expect(await save('on top', 2, 16, 17)).toMatchObject({ state: 'saved', version: 3 })
    expect(await save('stale', 0, 1, 17)).toMatchObject({ ageMs: 8 * MINUTE })
  })
})
