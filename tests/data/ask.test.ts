import { afterAll, describe, expect, it } from 'vitest'
import { findAssignment } from '@/lib/data/assignments'
import { findAttempt } from '@/lib/data/attempts'
import { db, disconnect } from '@/lib/data/db'
import { listLive } from '@/lib/data/live'
import { itemOf } from '@/lib/domain/open-attempt'
import { analysisOf } from '@/tests/support/analysis-of'
import { answer, handIn, newQuiz, published } from '@/tests/support/attempts'
import { examWith } from '@/tests/support/exam'
import { newMember } from '@/tests/support/people'
import { the } from '@/tests/support/the'
import { after, statements, versionOf } from '@/tests/support/versions'
import { sample } from '@/tests/unit/question/samples'

afterAll(disconnect)

const askedIn = async (viewer: Parameters<typeof findAttempt>[0], id: string) =>
  the(await findAttempt(viewer, id)).version.questions.map((question) => question.id)

describe('an attempt that is asked some of the questions', () => {
  it('is asked as many as were set when it began, by its own seed, whatever is set later', async () => {
    const { student, change, start, assignmentId } = await examWith({ ask: 3 }, await newQuiz(8))
    expect(await findAssignment(student, assignmentId)).toMatchObject({ questions: 3, pool: 8 })
    const id = await start('seed one')
    const asked = await askedIn(student, id)
    expect(asked).toHaveLength(3)
    await change({ ask: null, shuffleQuestions: true, shuffleOptions: false })
    expect(await askedIn(student, id)).toEqual(asked)
    await handIn(student, id, after(1))
    expect(await askedIn(student, await start('seed two'))).toHaveLength(8)
  })

  it('is asked all where more are wanted than there are', async () => {
    const { student, start, assignmentId } = await examWith({ ask: 9 }, await newQuiz(4))
    expect(await findAssignment(student, assignmentId)).toMatchObject({ questions: 4, pool: 4 })
    expect(await askedIn(student, await start())).toHaveLength(4)
  })

  it('is marked by the questions that it was asked, and by no other that is sent', async () => {
    const { student, start } = await examWith({ ask: 2 }, await newQuiz(5))
    const id = await start()
    const asked = await askedIn(student, id)
    const all = ['q1', 'q2', 'q3', 'q4', 'q5']
    await answer(student, id, Object.fromEntries(all.map((each) => [each, 'true'])))
    await handIn(student, id, after(1))
    const row = await db().attempt.findUniqueOrThrow({ where: { id } })
    expect([row.earnedN, row.earnedD, row.points]).toEqual([2, 1, 2])
    const marked = await db().response.findMany({
      where: { attemptId: id, earnedN: { not: null } },
    })
    expect(marked.map(({ questionId }) => questionId).sort()).toEqual(asked.toSorted())
  })

  it('is seen by the teacher with the number of its own questions', async () => {
    const exam = await examWith({ ask: 2 }, await newQuiz(5))
    await exam.start()
    await exam.change({ ask: 4 })
    const [row] = await listLive(exam.teacher, exam.classId, exam.quiz.id)
    expect(row?.attempt).toMatchObject({ answered: 0, asked: 2 })
  })

  it('is analysed by what it was asked: what was not asked is no blank', async () => {
    const others = await Promise.all(Array.from({ length: 11 }, (_, n) => newMember(`Pupil ${n}`)))
    const exam = await examWith({ ask: 2 }, await newQuiz(4), others)
    const asked = new Map<string, number>()
    for (const [n, viewer] of others.entries()) {
      const id = await exam.start(`seed ${n}`, viewer)
      const [first, second] = await askedIn(viewer, id)
      await answer(viewer, id, { [the(first)]: 'true' })
      await handIn(viewer, id, after(n + 1))
      for (const each of [the(first), the(second)]) asked.set(each, (asked.get(each) ?? 0) + 1)
    }
    const found = await analysisOf(exam.teacher, exam.classId, exam.quiz.id)
    const { isDrawn, items, quiz } = found
    expect(isDrawn).toBe(true)
    expect(quiz.internalConsistency).toBeNull()
    expect(Object.fromEntries(items.map((item) => [item.id, item.asked]))).toEqual(
      Object.fromEntries(asked),
    )
    const blanks = items.reduce((total, { blank }) => total + blank, 0)
    expect(blanks, 'one of each attempt’s two').toBe(11)
  })
})

describe('options that are set to stay', () => {
  it('stand in the author’s order in attempts that begin then, and in no other', async () => {
    const questions = [sample('single-choice', { id: 'q1' }), ...statements(1)]
    const quiz = await published(versionOf(questions.slice(0, 1)))
    const { student, change, start } = await examWith({ shuffleOptions: true }, quiz)
    const texts = async (id: string) =>
      JSON.stringify(itemOf(the(await findAttempt(student, id)), 0).question.face).match(
        /single \w+/g,
      )
    const shuffled = await start('seed')
    const before = await texts(shuffled)
    await change({ shuffleOptions: false })
    expect(await texts(shuffled)).toEqual(before)
    await handIn(student, shuffled, after(1))
    const written = ['one', 'two', 'three', 'four', 'five'].map((word) => `single ${word}`)
    expect(before).not.toEqual(written)
    expect(await texts(await start('seed'))).toEqual(written)
  })
})
