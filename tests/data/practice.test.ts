import { afterAll, describe, expect, it } from 'vitest'
import { findAttempt } from '@/lib/data/attempts'
import { disconnect } from '@/lib/data/db'
import { recordCheck } from '@/lib/data/responses'
import { saveResponse } from '@/lib/data/save'
import { itemOf, itemsOn, navigatorOf } from '@/lib/domain/open-attempt'
import { KINDS } from '@/lib/domain/question/kind'
import type { Viewer } from '@/lib/domain/viewer'
import { answer, begin, handIn, newQuiz, published } from '@/tests/support/attempts'
import { newMember } from '@/tests/support/people'
import { rowsChangedBy } from '@/tests/support/rows'
import { the } from '@/tests/support/the'
import { after, noon, oneOfEachKind, versionOf } from '@/tests/support/versions'
import { rightAnswer } from '@/tests/unit/question/samples'

afterAll(disconnect)

const itemsOf = async (viewer: Viewer, id: string) => {
  const attempt = the(await findAttempt(viewer, id))
  return attempt.version.questions.map((_, index) => itemOf(attempt, index))
}
const explained = async (viewer: Viewer, id: string) =>
  (await itemsOf(viewer, id)).flatMap(({ question, explanation }) =>
    explanation ? [question.id] : [],
  )

describe('checking an answer', () => {
  it('explains that question and no other, for every kind', async () => {
    const questions = oneOfEachKind()
    const viewer = await newMember()
    const id = await begin(viewer, await published(versionOf(questions)), { mode: 'practice' })
    const right = questions.map((each) => [each.id, rightAnswer(each, 'seed')])
    await answer(viewer, id, Object.fromEntries(right))
    const checked: string[] = []
    for (const { id: questionId } of questions) {
      expect(await explained(viewer, id)).toEqual(checked)
      await recordCheck(viewer, id, questionId, noon)
      checked.push(questionId)
    }
    const items = await itemsOf(viewer, id)
    expect(items.map(({ explanation }) => explanation?.verdict)).toEqual(KINDS.map(() => 'right'))
  })

  it('tells nothing of an unchecked question’s key, feedback or explanation', async () => {
    const questions = oneOfEachKind()
    const viewer = await newMember()
    const id = await begin(viewer, await published(versionOf(questions)), { mode: 'practice' })
    const attempt = the(await findAttempt(viewer, id))
    const seen = JSON.stringify([
      attempt.version.questions.map((_, index) => itemsOn(attempt, index + 1)),
      navigatorOf(attempt),
    ])
    expect(seen).not.toMatch(/canary|987654|0\.0625|55512/)
    expect(seen).toContain('A prompt of the kind ordering?')
  })

  it('fixes the answer: no other is taken, and checking again changes nothing', async () => {
    const viewer = await newMember()
    const id = await begin(viewer, await newQuiz(), { mode: 'practice' })
    await answer(viewer, id, { q1: 'false' })
    await recordCheck(viewer, id, 'q1', after(1))
    const changed = await rowsChangedBy(async () => {
      const other = { attemptId: id, questionId: 'q1', value: 'true', base: 1 }
      expect(await saveResponse(viewer, other, after(2))).toEqual({ state: 'closed' })
      await recordCheck(viewer, id, 'q1', after(3))
    })
    expect(changed).toEqual([])
  })

  it('of a blank gives it up: it is explained as blank and stays blank', async () => {
    const viewer = await newMember()
    const id = await begin(viewer, await newQuiz(), { mode: 'practice' })
    await recordCheck(viewer, id, 'q2', noon)
    expect(await explained(viewer, id)).toEqual(['q2'])
    expect((await itemsOf(viewer, id))[1]?.explanation?.verdict).toBe('blank')
    const late = { attemptId: id, questionId: 'q2', value: 'true', base: 0 }
    expect(await saveResponse(viewer, late, after(1))).toEqual({ state: 'closed' })
    expect((await itemsOf(viewer, id))[1]?.value).toBeNull()
  })

  it('explains what was saved, when a save races it', async () => {
    for (let round = 0; round < 25; round++) {
      const viewer = await newMember()
      const id = await begin(viewer, await newQuiz(1), { mode: 'practice' })
      const save = { attemptId: id, questionId: 'q1', value: 'true', base: 0 }
      const [saved] = await Promise.all([
        saveResponse(viewer, save, noon),
        recordCheck(viewer, id, 'q1', after(1)),
      ])
      const verdict = (await itemsOf(viewer, id))[0]?.explanation?.verdict
      expect([saved.state, verdict]).toEqual(
        saved.state === 'saved' ? ['saved', 'right'] : ['closed', 'blank'],
      )
    }
  })

  it('is not for tests, nor for a finished attempt, nor for questions of other quizzes', async () => {
    const viewer = await newMember()
    const quiz = await newQuiz()
    const test = await begin(viewer, quiz)
    const practice = await begin(viewer, quiz, { mode: 'practice' })
    const done = await begin(viewer, await newQuiz(), { mode: 'practice' })
    await handIn(viewer, done)
    const changed = await rowsChangedBy(async () => {
      await recordCheck(viewer, test, 'q1', noon)
      await recordCheck(viewer, practice, 'q9', noon)
      await recordCheck(viewer, done, 'q1', noon)
    })
    expect(changed).toEqual([])
    expect(await explained(viewer, test)).toEqual([])
  })
})

it('scores a practice when it is finished, checked or not', async () => {
  const viewer = await newMember()
  const id = await begin(viewer, await newQuiz(3), { mode: 'practice' })
  await answer(viewer, id, { q1: 'true', q2: 'true' })
  await recordCheck(viewer, id, 'q1', noon)
  expect(await handIn(viewer, id)).toBe(true)
  const { responses } = the(await findAttempt(viewer, id))
  expect(responses).toHaveLength(3)
})
