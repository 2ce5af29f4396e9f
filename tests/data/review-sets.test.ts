import { afterAll, describe, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { recordCheck } from '@/lib/data/responses'
import { takeUpAnswers } from '@/lib/data/review-log'
import { countDue, findReviewSet } from '@/lib/data/review-sets'
import { recordReview } from '@/lib/data/reviews'
import { recordSettings } from '@/lib/data/study-settings'
import type { Rules } from '@/lib/domain/assignment'
import { answer, begin, handIn, newQuiz, published } from '@/tests/support/attempts'
import { newClass, newGuest, newMember, OPEN_RULES } from '@/tests/support/people'
import { answerTo, cardsOf, daysAfter, practised, reviewAll } from '@/tests/support/reviews'
import { statementsOf } from '@/tests/support/statements'
import { the } from '@/tests/support/the'
import { noon, oneOfEachKind, statements, versionOf } from '@/tests/support/versions'
import { rightAnswer } from '@/tests/unit/question/samples'

afterAll(disconnect)

const gradesOf = async (learnerId: string) => {
  const rows = await db().reviewEntry.findMany({
    where: { learnerId },
    orderBy: { questionId: 'asc' },
  })
  return rows.map(({ questionId, grade }) => [questionId, grade])
}
const _firstOf = async (viewer: Parameters<typeof findReviewSet>[0], now: Date) =>
  the((await findReviewSet(viewer, now)).items[0])

describe('what is answered in quizzes', () => {
  it('enters the log once, right as a 3 and wrong as a 1, and a blank not at all', async () => {
    const viewer = await newMember()
    const id = await begin(viewer, await newQuiz(3))
    await answer(viewer, id, { q1: 'true', q2: 'false' })
    await takeUpAnswers(viewer, noon)
    expect(await gradesOf(viewer.id)).toEqual([])
    await handIn(viewer, id)
    for (let time = 0; time < 2; time++) {
      await takeUpAnswers(viewer, noon)
      expect(await gradesOf(viewer.id)).toEqual([
        ['q1', 3],
        ['q2', 1],
      ])
    }
  })

  it('enters it as soon as it is checked in practice, for guests too', async () => {
    const guest = await newGuest()
    const id = await begin(guest, await newQuiz(2), { mode: 'practice' })
    await answer(guest, id, { q1: 'true', q2: 'true' })
    await recordCheck(guest, id, 'q1', noon)
    await takeUpAnswers(guest, noon)
    expect(await gradesOf(guest.id)).toEqual([['q1', 3]])
  })

  it('counts for the day on which it was answered, in the learner’s zone', async () => {
    const viewer = await newMember()
    await recordSettings(viewer, { timeZone: 'Pacific/Auckland' })
    await practised(viewer, await newQuiz(1), 1, 1, noon)
    await takeUpAnswers(viewer, daysAfter(noon, 5))
    const [entry] = await db().reviewEntry.findMany({ where: { learnerId: viewer.id } })
    expect(the(entry).day).toEqual(new Date('2026-11-23T00:00:00Z'))
    expect(the(entry).at).toEqual(noon)
  })

  it.each([
    [['score'], 0],
    [['score', 'correctness'], 2],
  ] as const)(
    'comes of a class only where its rules show how it came out: %j',
    async (shown, count) => {
      const teacher = await newMember()
      const student = await newMember()
      const quiz = await newQuiz(2)
      const { assignments } = await newClass(teacher, [student], [quiz.id])
      const assignmentId = the(assignments[0])
      const rules: Rules = {
        ...OPEN_RULES,
        review: { ...OPEN_RULES.review, afterSubmission: [...shown] },
      }
      await db().assignment.update({ where: { id: assignmentId }, data: { rules } })
      const id = await begin(student, quiz, { assignmentId })
      await answer(student, id, { q1: 'true', q2: 'true' })
      await handIn(student, id)
      await takeUpAnswers(student, noon)
      expect(await gradesOf(student.id)).toHaveLength(count)
    },
  )

  it('is taken up once however many screens look at the same time', async () => {
    const viewer = await newMember()
    await practised(viewer, await newQuiz(4), 4, 2, noon)
    await Promise.all(Array.from({ length: 6 }, () => findReviewSet(viewer, noon)))
    expect(await gradesOf(viewer.id)).toHaveLength(4)
    const { stored, folded } = await cardsOf(viewer)
    expect(stored).toEqual(folded)
  })
})

describe('the set of a day', () => {
  it('has nothing on the day of the quiz, and next day what was wrong', async () => {
    const viewer = await newMember()
    await practised(viewer, await newQuiz(3), 3, 2, noon)
    const today = await findReviewSet(viewer, noon)
    expect(today).toMatchObject({ items: [], done: 0, waiting: 0, nextOn: '2026-11-23' })
    const tomorrow = await findReviewSet(viewer, daysAfter(noon, 1))
    expect(tomorrow.items.map(({ question }) => question.id)).toEqual(['q3'])
    expect(await countDue(viewer, daysAfter(noon, 1))).toBe(1)
  })

  it('keeps to the cap, and what is done today counts', async () => {
    const viewer = await newMember()
    await recordSettings(viewer, { dailyCap: 3 })
    await practised(viewer, await newQuiz(5), 5, 0, noon)
    const morning = daysAfter(noon, 1)
    const set = await findReviewSet(viewer, morning)
    expect([set.items.length, set.waiting]).toEqual([3, 2])
    await recordReview(viewer, answerTo(the(set.items[0]), 'true'), morning)
    const later = await findReviewSet(viewer, morning)
    expect([later.items.length, later.done, later.waiting]).toEqual([2, 1, 2])
    expect(await countDue(viewer, morning)).toBe(2)
    expect(await reviewAll(viewer, morning)).toBe(2)
    expect((await findReviewSet(viewer, morning)).items).toEqual([])
    expect(await countDue(viewer, morning)).toBe(0)
  })

  it('stands in the same order with the same options on every device, and holds no key', async () => {
    const viewer = await newMember()
    const questions = oneOfEachKind()
    const quiz = await published(versionOf(questions))
    const id = await begin(viewer, quiz)
    const right = questions.map((each) => [each.id, rightAnswer(each, 'seed')])
    await answer(viewer, id, Object.fromEntries(right))
    await handIn(viewer, id)
    const later = daysAfter(noon, 30)
    const [one, two] = [await findReviewSet(viewer, later), await findReviewSet(viewer, later)]
    expect(one.items).toHaveLength(questions.length)
    expect(two).toEqual(one)
    expect(JSON.stringify(one)).not.toContain('canary')
    const [card] = await db().reviewCard.findMany({ where: { learnerId: viewer.id }, take: 1 })
    expect(JSON.stringify(one)).not.toContain(the(card).seed)
  })

  it('asks from the version that is current now, and nothing that no quiz asks any more', async () => {
    const viewer = await newMember()
    const course = { slug: 'course-of-two', title: 'A course of two' }
    const version = versionOf(statements(2), { course })
    const quiz = await published(version)
    await practised(viewer, quiz, 2, 0, noon)
    const [only] = statements(1)
    await published({ ...version, questions: [the(only)], passages: { q1: [] } })
    const { items, waiting } = await findReviewSet(viewer, daysAfter(noon, 1))
    expect(items.map(({ question }) => question.id)).toEqual(['q1'])
    expect(waiting).toBe(0)
  })

  it('takes four statements where nothing is to be taken up', async () => {
    const viewer = await newMember()
    await practised(viewer, await newQuiz(5), 5, 0, noon)
    await findReviewSet(viewer, daysAfter(noon, 1))
    const { sent } = await statementsOf(() => findReviewSet(viewer, daysAfter(noon, 1)))
    expect(sent).toHaveLength(4)
    expect((await statementsOf(() => countDue(viewer, noon))).sent).toHaveLength(1)
  })
})
