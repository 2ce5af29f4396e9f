import { afterAll, expect, it } from 'vitest'
import { findAttempt } from '@/lib/data/attempts'
import { db, disconnect } from '@/lib/data/db'
import { recordFlag, savePage } from '@/lib/data/responses'
import { saveResponse } from '@/lib/data/save'
import { recordSubmission } from '@/lib/data/submissions'
import { submit } from '@/lib/domain/attempt'
import { add, type Fraction, fraction, ZERO } from '@/lib/domain/fraction'
import { answer, begin, handIn, newQuiz, published } from '@/tests/support/attempts'
import { many, patience } from '@/tests/support/many'
import { newMember } from '@/tests/support/people'
import { rowsChangedBy } from '@/tests/support/rows'
import { the } from '@/tests/support/the'
import { after, noon, oneOfEachKind, versionOf } from '@/tests/support/versions'
import { rightAnswer } from '@/tests/unit/question/samples'

afterAll(disconnect)

const attemptOf = (id: string) =>
  db().attempt.findUniqueOrThrow({
    where: { id },
    select: { submittedAt: true, earnedN: true, earnedD: true, points: true },
  })
const sumOfResponses = async (attemptId: string): Promise<Fraction> =>
  (await db().response.findMany({ where: { attemptId } })).reduce(
    (total, { earnedN, earnedD }) => add(total, fraction(the(earnedN), the(earnedD))),
    ZERO,
  )

it('is recorded once, with one score, by a hundred hand-ins at once', async () => {
  const viewer = await newMember()
  const id = await begin(viewer, await newQuiz(3))
  await answer(viewer, id, { q1: 'true', q2: 'true' })
  let decisions = 0
  const done = await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      recordSubmission(viewer, id, (attempt) => {
        decisions++
        return submit(attempt, after(n))
      }),
    ),
  )
  expect(done.filter(Boolean)).toHaveLength(1)
  expect(decisions).toBe(1)
  expect(await attemptOf(id)).toMatchObject({ earnedN: 2, earnedD: 1, points: 3 })
  expect(await db().response.count({ where: { attemptId: id } })).toBe(3)
})

it('lets a whole class hand in a quiz that this process has not read yet, all at once', async () => {
  const quiz = await newQuiz(3)
  const learners = await Promise.all(Array.from({ length: 30 }, () => newMember()))
  const ids = await Promise.all(learners.map((learner) => begin(learner, quiz)))
  const done = await Promise.all(learners.map((learner, n) => handIn(learner, the(ids[n]))))
  expect(done).toEqual(learners.map(() => true))
})

it('grades an attempt once, however often it is handed in at once', {
  timeout: patience(),
}, async () => {
  const quiz = await newQuiz(3)
  const times = many(10, 100)
  for (let attempt = 0; attempt < times; attempt++) {
    const viewer = await newMember()
    const id = await begin(viewer, quiz)
    const done = await Promise.all(
      Array.from({ length: times }, (_, n) => handIn(viewer, id, after(n))),
    )
    expect(done.filter(Boolean)).toHaveLength(1)
    expect(await attemptOf(id)).toMatchObject({ points: 3 })
  }
})

it('changes nothing the second time', async () => {
  const viewer = await newMember()
  const id = await begin(viewer, await newQuiz())
  await handIn(viewer, id)
  const changed = await rowsChangedBy(async () =>
    expect(await handIn(viewer, id, after(9))).toBe(false),
  )
  expect(changed).toEqual([])
})

it('changes nothing when it is somebody else’s, or nobody’s', async () => {
  const viewer = await newMember()
  const id = await begin(viewer, await newQuiz())
  const stranger = await newMember()
  const changed = await rowsChangedBy(async () => {
    expect(await handIn(stranger, id)).toBe(false)
    expect(await handIn(viewer, viewer.id)).toBe(false)
  })
  expect(changed).toEqual([])
})

it('earns nothing for blanks, whether never touched, flagged or made blank again', async () => {
  const viewer = await newMember()
  const id = await begin(viewer, await newQuiz(3))
  await recordFlag(viewer, id, 'q2', true, noon)
  await answer(viewer, id, { q3: 'true' })
  await saveResponse(viewer, { attemptId: id, questionId: 'q3', value: null, base: 1 }, noon)
  await handIn(viewer, id, after(3))
  expect(await attemptOf(id)).toEqual({
    submittedAt: after(3),
    earnedN: 0,
    earnedD: 1,
    points: 3,
  })
  const rows = await db().response.findMany({ where: { attemptId: id } })
  expect(rows.map(({ earnedN }) => earnedN)).toEqual([0, 0, 0])
})

it('records a score that is exactly the sum of its responses’ scores, over every kind', async () => {
  const questions = oneOfEachKind()
  const quiz = await published(versionOf(questions))
  const viewer = await newMember()
  const halves = [
    questions.map(({ id }) => id),
    questions.filter((_, place) => place % 2 === 0).map(({ id }) => id),
  ]
  for (const answered of halves) {
    const id = await begin(viewer, quiz)
    const given = questions.filter((question) => answered.includes(question.id))
    await answer(
      viewer,
      id,
      Object.fromEntries(given.map((each) => [each.id, rightAnswer(each, 'seed')])),
    )
    await handIn(viewer, id)
    const { earnedN, earnedD, points } = await attemptOf(id)
    expect({ n: earnedN, d: earnedD }).toEqual(await sumOfResponses(id))
    expect([earnedN, earnedD, points]).toEqual([given.length * 2, 1, questions.length * 2])
  }
})

it('records thirds as thirds', async () => {
  const [question] = oneOfEachKind().filter(({ kind }) => kind === 'cloze')
  const cloze = the(question)
  const viewer = await newMember()
  const id = await begin(viewer, await published(versionOf([cloze])))
  const whole = rightAnswer(cloze, 'seed') as Record<string, string>
  const [gap = ''] = Object.keys(whole)
  await answer(viewer, id, { [cloze.id]: { [gap]: the(whole[gap]) } })
  await handIn(viewer, id)
  expect(await attemptOf(id)).toMatchObject({ earnedN: 2, earnedD: 3, points: 2 })
  expect(await sumOfResponses(id)).toEqual(fraction(2, 3))
})

it('scores a save that races it, or refuses that save: never acknowledges and leaves out', async () => {
  const quiz = await newQuiz(2)
  const seen = { scored: 0, refused: 0 }
  for (let round = 0; round < 60; round++) {
    const viewer = await newMember()
    const id = await begin(viewer, quiz)
    const save = { attemptId: id, questionId: 'q1', value: 'true', base: 0 }
    const page = [{ questionId: 'q2', value: 'true', base: 0, age: null }]
    const submission = () => handIn(viewer, id, after(1))
    const early = round % 2 === 0 ? [submission()] : []
    const [saved, conflicts] = await Promise.all([
      saveResponse(viewer, save, noon),
      savePage(viewer, id, page, noon),
      ...early,
      ...(early.length === 0 ? [submission()] : []),
    ] as const)
    const right = (saved.state === 'saved' ? 1 : 0) + (conflicts === null ? 0 : 1)
    expect(await attemptOf(id)).toMatchObject({ earnedN: right, earnedD: 1, points: 2 })
    const { responses } = the(await findAttempt(viewer, id))
    expect(responses.filter(({ value }) => value === 'true')).toHaveLength(right)
    seen.scored += right
    seen.refused += 2 - right
  }
  expect(Math.min(seen.scored, seen.refused), JSON.stringify(seen)).toBeGreaterThan(0)
})
