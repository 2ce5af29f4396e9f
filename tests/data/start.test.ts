import { afterAll, expect, it } from 'vitest'
import { findAttempt } from '@/lib/data/attempts'
import { db, disconnect } from '@/lib/data/db'
import { startAttempt } from '@/lib/data/starts'
import { begin, handIn, newQuiz, published } from '@/tests/support/attempts'
import { newClass, newMember } from '@/tests/support/people'
import { rowsChangedBy } from '@/tests/support/rows'
import { statementsOf } from '@/tests/support/statements'
import { the } from '@/tests/support/the'
import { noon, statements, versionOf } from '@/tests/support/versions'

afterAll(disconnect)

it('gives one attempt, one row and one seed to fifty starts at once', async () => {
  const viewer = await newMember()
  const { courseSlug, slug } = await newQuiz()
  const start = { courseSlug, slug, mode: 'test' } as const
  const ids = await Promise.all(
    Array.from({ length: 50 }, (_, n) => startAttempt(viewer, start, `seed ${n}`, noon)),
  )
  expect(new Set(ids).size).toBe(1)
  const rows = await db().attempt.findMany({ where: { learnerId: viewer.id } })
  expect(rows.map(({ id }) => id)).toEqual([ids[0]])
})

it('leaves the open attempt exactly as it is when it is started again', async () => {
  const viewer = await newMember()
  const quiz = await newQuiz()
  const id = await begin(viewer, quiz, { seed: 'first' })
  expect(await rowsChangedBy(() => begin(viewer, quiz, { seed: 'second' }))).toEqual([])
  expect(the(await findAttempt(viewer, id)).seed).toBe('first')
})

it.each([5, 100])('is one statement for a quiz of %i questions', async (count) => {
  const viewer = await newMember()
  const quiz = await newQuiz(count)
  const { sent } = await statementsOf(() => begin(viewer, quiz))
  expect(sent).toHaveLength(1)
})

it('begins a new attempt after the last one was handed in, and keeps both', async () => {
  const viewer = await newMember()
  const quiz = await newQuiz()
  const first = await begin(viewer, quiz)
  await handIn(viewer, first)
  const second = await begin(viewer, quiz)
  expect(second).not.toBe(first)
  expect(await db().attempt.count({ where: { learnerId: viewer.id } })).toBe(2)
})

it('keeps practice, the test and each class apart', async () => {
  const viewer = await newMember()
  const quiz = await newQuiz()
  const [one, two] = [
    await newClass(await newMember(), [viewer], [quiz.id]),
    await newClass(await newMember(), [viewer], [quiz.id]),
  ]
  const ids = [
    await begin(viewer, quiz, { mode: 'practice' }),
    await begin(viewer, quiz),
    await begin(viewer, quiz, { assignmentId: the(one.assignments[0]) }),
    await begin(viewer, quiz, { assignmentId: the(two.assignments[0]) }),
  ]
  expect(new Set(ids).size).toBe(4)
})

it('gives every learner an attempt of their own', async () => {
  const quiz = await newQuiz()
  const viewers = [await newMember(), await newMember()]
  const ids = await Promise.all(viewers.map((viewer) => begin(viewer, quiz)))
  expect(new Set(ids).size).toBe(2)
})

it('refuses, without a row, what may not be started', async () => {
  const viewer = await newMember()
  const quiz = await newQuiz()
  const testOnly = await published(versionOf(statements(1), { modes: ['test'] }))
  const at = ({ courseSlug, slug }: typeof quiz) => ({ courseSlug, slug })
  const refused = {
    'a quiz that is not there': { ...at(quiz), mode: 'test', slug: 'nowhere' },
    'a quiz of another course': { ...at(quiz), mode: 'test', courseSlug: 'elsewhere' },
    'a mode that the quiz does not allow': { ...at(testOnly), mode: 'practice' },
  } as const
  const changed = await rowsChangedBy(async () => {
    for (const [what, start] of Object.entries(refused))
      expect(await startAttempt(viewer, start, 'seed', noon), what).toBeNull()
  })
  expect(changed).toEqual([])
})
