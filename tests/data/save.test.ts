import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digest, newToken } from '@/lib/auth/token'
import { db, disconnect } from '@/lib/data/db'
import { recordCheck, recordFlag } from '@/lib/data/responses'
import { saveBySession, saveResponse } from '@/lib/data/save'
import { deleteSession, recordSession } from '@/lib/data/sessions'
import type { StoredResponse } from '@/lib/domain/question/publish'
import type { Viewer } from '@/lib/domain/viewer'
import { begin, handIn, newQuiz, type PublishedQuiz } from '@/tests/support/attempts'
import { newMember } from '@/tests/support/people'
import { rowsChangedBy } from '@/tests/support/rows'
import { statementsOf } from '@/tests/support/statements'
import { after, noon } from '@/tests/support/versions'

afterAll(disconnect)

let viewer: Viewer
let quiz: PublishedQuiz
beforeAll(async () => {
  quiz = await newQuiz(3)
})

/** An attempt of somebody new's, with a way to save into it. */
async function attempt(mode: 'test' | 'practice' = 'test') {
  viewer = await newMember()
  const attemptId = await begin(viewer, quiz, { mode })
  const save = (value: StoredResponse | null, base: number, at = 0, questionId = 'q1') =>
    saveResponse(viewer, { attemptId, questionId, value, base }, after(at))
  const kept = async (questionId = 'q1') => {
    const row = await db().response.findUnique({
      where: { attemptId_questionId: { attemptId, questionId } },
      select: { value: true, version: true, flagged: true, savedAt: true },
    })
    return row
  }
  return { attemptId, save, kept }
}

describe('an answer that is saved', () => {
  it('is version 1 first, and grows by one with each new value', async () => {
    const { save, kept } = await attempt()
    expect(await save('true', 0)).toEqual({ state: 'saved', version: 1, savedAt: noon })
    expect(await save('false', 1, 5)).toEqual({ state: 'saved', version: 2, savedAt: after(5) })
    expect(await save('true', 2, 9)).toEqual({ state: 'saved', version: 3, savedAt: after(9) })
    expect(await kept()).toEqual({ value: 'true', version: 3, flagged: false, savedAt: after(9) })
  })

  it('is the same version when the same message arrives twice, saved when it first arrived', async () => {
    const { save, kept } = await attempt()
    const first = await save('true', 0)
    expect(await save('true', 0, 60_000)).toEqual(first)
    expect(await kept()).toMatchObject({ version: 1, savedAt: noon })
    await save('false', 1, 70_000)
    expect(await save('false', 1, 80_000)).toMatchObject({ state: 'saved', version: 2 })
    expect(await kept()).toMatchObject({ version: 2, savedAt: after(70_000) })
  })

  it('is one row and one version when the same message arrives fifty times at once', async () => {
    const { save, kept } = await attempt()
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => save('true', 0)))
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
    expect(await kept()).toMatchObject({ value: 'true', version: 1 })
  })

  it('is one of two, and the other is told, when two different ones arrive at once', async () => {
    for (let round = 0; round < 20; round++) {
      const { save, kept } = await attempt()
      const outcomes = await Promise.all([save('true', 0), save('false', 0)])
      const stands = outcomes[0].state === 'saved' ? 'true' : 'false'
      expect(outcomes.map(({ state }) => state).sort()).toEqual(['newer-exists', 'saved'])
      expect(outcomes.find(({ state }) => state === 'newer-exists')).toMatchObject({
        value: stands,
      })
      expect(await kept()).toMatchObject({ value: stands, version: 1 })
    }
  })

  it('can be made blank again, which is a version like any other', async () => {
    const { save, kept } = await attempt()
    await save('true', 0)
    expect(await save(null, 1, 4)).toEqual({ state: 'saved', version: 2, savedAt: after(4) })
    expect(await kept()).toMatchObject({ value: null, version: 2 })
    expect(await save(null, 1, 8)).toEqual({ state: 'saved', version: 2, savedAt: after(4) })
  })

  it('comes back as it was given, whatever its shape', async () => {
    const { save, kept } = await attempt()
    const values = ['', 'é “x” \\ \n', ['a', 'b'], { a: 'x', b: '' }, 'null', '{"a":1}']
    for (const [base, value] of values.entries()) {
      expect(await save(value, base)).toMatchObject({ state: 'saved', version: base + 1 })
      expect((await kept())?.value).toEqual(value)
    }
  })

  it('is kept without the characters that Postgres has no room for', async () => {
    const { save, kept } = await attempt()
    expect(await save('a\u0000b \ud83d', 0)).toMatchObject({ state: 'saved' })
    expect((await kept())?.value).toBe('ab \ufffd')
    expect(await save({ 'k\u0000': '\udc00x' }, 1)).toMatchObject({ state: 'saved' })
    expect((await kept())?.value).toEqual({ k: '\ufffdx' })
  })

  it.each([5, 100])('costs one statement in a version of %i questions', async (count) => {
    viewer = await newMember()
    const attemptId = await begin(viewer, await newQuiz(count))
    const save = { attemptId, questionId: 'q4', value: 'true', base: 0 }
    for (const each of [
      save,
      save,
      { ...save, value: 'false' },
      { ...save, base: 1, value: null },
    ]) {
      const { sent } = await statementsOf(() => saveResponse(viewer, each, noon))
      expect(sent).toHaveLength(1)
    }
  })
})

describe('an answer on another base', () => {
  it('is refused with the answer that stands, its version and its age', async () => {
    const { save, kept } = await attempt()
    await save('true', 0)
    await save('false', 1, 1_000)
    const refused = { state: 'newer-exists', value: 'false', version: 2, ageMs: 2_500 }
    expect(await save('true', 0, 3_500)).toEqual(refused)
    expect(await save('true', 1, 3_500)).toEqual(refused)
    expect(await kept()).toMatchObject({ value: 'false', version: 2, savedAt: after(1_000) })
  })

  it('is refused when it lies beyond the present version, and leaves no row', async () => {
    const { save, kept } = await attempt()
    const nothing = { state: 'newer-exists', value: null, version: 0, ageMs: 0 }
    expect(await save('true', 1)).toEqual(nothing)
    expect(await kept()).toBeNull()
    await save('true', 0)
    expect(await save('false', 7, 3)).toMatchObject({ state: 'newer-exists', version: 1, ageMs: 3 })
    expect(await kept()).toMatchObject({ value: 'true', version: 1 })
  })

  it('is refused when it is the value of an earlier version: only the last one was acknowledged', async () => {
    const { save } = await attempt()
    await save('true', 0)
    await save('false', 1)
    expect(await save('true', 0)).toMatchObject({ state: 'newer-exists', value: 'false' })
  })

  it('is never older than nothing, however the clocks of two servers differ', async () => {
    const { save } = await attempt()
    await save('true', 0, 5_000)
    expect(await save('false', 0, 0)).toMatchObject({ state: 'newer-exists', ageMs: 0 })
  })
})

describe('the flag', () => {
  it('travels with a save and is left as it is where the save does not speak of it', async () => {
    const { attemptId, save, kept } = await attempt()
    const flagged = { attemptId, questionId: 'q1', value: 'true', base: 0, flagged: true }
    await saveResponse(viewer, flagged, noon)
    await save('false', 1)
    expect(await kept()).toMatchObject({ value: 'false', version: 2, flagged: true })
  })

  it('leaves value, version and time of an answer as they are', async () => {
    const { attemptId, save, kept } = await attempt()
    await save('true', 0)
    await recordFlag(viewer, attemptId, 'q1', true, noon)
    expect(await kept()).toEqual({ value: 'true', version: 1, flagged: true, savedAt: noon })
    await recordFlag(viewer, attemptId, 'q1', false, noon)
    expect(await kept()).toEqual({ value: 'true', version: 1, flagged: false, savedAt: noon })
  })

  it('on a blank question leaves room for a first answer', async () => {
    const { attemptId, save, kept } = await attempt()
    await recordFlag(viewer, attemptId, 'q1', true, noon)
    expect(await kept()).toMatchObject({ value: null, version: 0, flagged: true })
    expect(await save('true', 0)).toMatchObject({ state: 'saved', version: 1 })
    expect(await kept()).toMatchObject({ value: 'true', flagged: true })
  })
})

describe('nothing is saved', () => {
  it('into somebody else’s attempt, which is not even known to be there', async () => {
    const { attemptId } = await attempt()
    const stranger = await newMember()
    const save = { attemptId, questionId: 'q1', value: 'true', base: 0 }
    const changed = await rowsChangedBy(async () => {
      expect(await saveResponse(stranger, save, noon)).toEqual({ state: 'not-found' })
      await recordFlag(stranger, attemptId, 'q1', true, noon)
      await recordCheck(stranger, attemptId, 'q1', noon)
    })
    expect(changed).toEqual([])
  })

  it('into an attempt that is not there, or for a question that is not of its version', async () => {
    const { attemptId, save } = await attempt()
    const nowhere = { attemptId: quiz.id, questionId: 'q1', value: 'true', base: 0 }
    const changed = await rowsChangedBy(async () => {
      expect(await saveResponse(viewer, nowhere, noon)).toEqual({ state: 'not-found' })
      expect(await save('true', 0, 0, 'q9')).toEqual({ state: 'not-found' })
      await recordFlag(viewer, attemptId, 'q9', true, noon)
    })
    expect(changed).toEqual([])
  })

  it('into an attempt that was handed in, answers and flags alike', async () => {
    const { attemptId, save } = await attempt()
    await save('true', 0)
    await handIn(viewer, attemptId)
    const flagged = { attemptId, questionId: 'q1', value: 'true', base: 0, flagged: true }
    const changed = await rowsChangedBy(async () => {
      expect(await save('false', 1)).toEqual({ state: 'closed' })
      expect(await save('true', 0)).toEqual({ state: 'closed' })
      expect(await save('true', 0, 0, 'q2')).toEqual({ state: 'closed' })
      expect(await saveResponse(viewer, flagged, noon)).toEqual({ state: 'closed' })
      await recordFlag(viewer, attemptId, 'q1', true, noon)
    })
    expect(changed).toEqual([])
  })

  it('over an answer that was checked, but its flag may change', async () => {
    const { attemptId, save, kept } = await attempt('practice')
    await save('true', 0)
    await recordCheck(viewer, attemptId, 'q1', after(10))
    expect(await save('false', 1, 20)).toEqual({ state: 'closed' })
    expect(await save(null, 1, 20)).toEqual({ state: 'closed' })
    const flag = { attemptId, questionId: 'q1', value: 'true', base: 1, flagged: true }
    expect(await saveResponse(viewer, flag, after(30))).toEqual({
      state: 'saved',
      version: 1,
      savedAt: noon,
    })
    expect(await kept()).toEqual({ value: 'true', version: 1, flagged: true, savedAt: noon })
  })
})

describe('an answer that is saved by a session', () => {
  const HOUR = 3_600_000
  async function signedIn(who: Viewer) {
    const tokenHash = digest(newToken())
    await recordSession(
      { tokenHash, userId: who.id, device: 'Firefox', expires: after(HOUR) },
      null,
    )
    return tokenHash
  }

  it('is its learner’s alone, in one statement that asks who it is, too', async () => {
    const { attemptId, kept } = await attempt()
    const what = { attemptId, questionId: 'q1', value: 'true', base: 0 }
    const token = await signedIn(viewer)
    const stranger = await signedIn(await newMember())
    expect(await saveBySession(stranger, what, noon)).toEqual({ state: 'not-found' })
    expect(await saveBySession(digest(newToken()), what, noon)).toEqual({ state: 'not-found' })
    expect(await kept()).toBeNull()
    const { result, sent } = await statementsOf(() => saveBySession(token, what, noon))
    expect(result).toEqual({ state: 'saved', version: 1, savedAt: noon })
    expect(sent).toHaveLength(1)
  })

  it('changes nothing once the session has run out or was ended', async () => {
    const { attemptId, kept } = await attempt()
    const what = { attemptId, questionId: 'q1', value: 'true', base: 0 }
    const token = await signedIn(viewer)
    expect(await saveBySession(token, what, after(HOUR))).toEqual({ state: 'not-found' })
    await deleteSession(token)
    expect(await saveBySession(token, what, noon)).toEqual({ state: 'not-found' })
    expect(await kept()).toBeNull()
  })
})
