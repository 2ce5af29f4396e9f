import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { type PageSave, recordCheck, recordFlag, savePage } from '@/lib/data/responses'
import { saveResponse } from '@/lib/data/save'
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

type Entry = [questionId: string, value: StoredResponse | null, base: number, age?: number]

async function attempt(mode: 'test' | 'practice' = 'test') {
  viewer = await newMember()
  const id = await begin(viewer, quiz, { mode })
  const page = (entries: Entry[], at = 0) =>
    savePage(
      viewer,
      id,
      entries.map(
        ([questionId, value, base, age = null]): PageSave => ({ questionId, value, base, age }),
      ),
      after(at),
    )
  const kept = async () =>
    Object.fromEntries(
      (await db().response.findMany({ where: { attemptId: id } })).map((row) => [
        row.questionId,
        { value: row.value, version: row.version, savedAt: row.savedAt },
      ]),
    )
  return { id, page, kept }
}

describe('the form of a page', () => {
  it('saves all its questions, told in the order of their versions', async () => {
    const { page, kept } = await attempt()
    expect(
      await page([
        ['q1', 'true', 0],
        ['q2', 'false', 0],
      ]),
    ).toEqual([])
    expect(
      await page(
        [
          ['q1', 'false', 1],
          ['q2', null, 1],
        ],
        9,
      ),
    ).toEqual([])
    expect(await kept()).toEqual({
      q1: { value: 'false', version: 2, savedAt: after(9) },
      q2: { value: null, version: 2, savedAt: after(9) },
    })
  })

  it.each([2, 50])('is one statement for %i questions, conflicts or not', async (count) => {
    viewer = await newMember()
    const id = await begin(viewer, await newQuiz(100))
    const entries = (base: number, value: string) =>
      Array.from({ length: count }, (_, n) => ({ questionId: `q${n + 1}`, value, base, age: null }))
    for (const each of [entries(0, 'true'), entries(0, 'true'), entries(0, 'false')]) {
      const { sent } = await statementsOf(() => savePage(viewer, id, each, noon))
      expect(sent).toHaveLength(1)
    }
    expect(await savePage(viewer, id, entries(0, 'false'), noon)).toHaveLength(count)
  })

  it('writes no row for answers that are as they were, whatever their base', async () => {
    const { page } = await attempt()
    await page([
      ['q1', 'true', 0],
      ['q2', null, 0],
    ])
    const again: Entry[] = [
      ['q1', 'true', 0],
      ['q2', null, 0],
      ['q3', null, 4],
    ]
    expect(await rowsChangedBy(async () => expect(await page(again, 50)).toEqual([]))).toEqual([])
  })

  it('sent twice saves once', async () => {
    const { page, kept } = await attempt()
    const entries: Entry[] = [
      ['q1', 'true', 0],
      ['q2', 'true', 0],
    ]
    const outcomes = await Promise.all([page(entries), page(entries), page(entries)])
    for (const id of ['q1', 'q2']) expect((await kept())[id]).toMatchObject({ version: 1 })
    expect(outcomes).toEqual([[], [], []])
    expect(await page(entries)).toEqual([])
  })

  it('leaves a newer answer alone, reports it, and saves the others', async () => {
    const { page, kept } = await attempt()
    await page([['q1', 'true', 0]])
    expect(
      await page(
        [
          ['q1', 'false', 0],
          ['q2', 'true', 0],
        ],
        5,
      ),
    ).toEqual(['q1'])
    expect(await kept()).toMatchObject({
      q1: { value: 'true', version: 1, savedAt: noon },
      q2: { value: 'true', version: 1 },
    })
  })

  it('reports a base beyond the present version', async () => {
    const { page, kept } = await attempt()
    expect(await page([['q1', 'true', 3]])).toEqual(['q1'])
    expect(await kept()).toEqual({})
  })

  it('keeps a flag and takes the first answer of a flagged blank', async () => {
    const { id, page } = await attempt()
    await recordFlag(viewer, id, 'q1', true, noon)
    expect(await page([['q1', 'true', 0]])).toEqual([])
    const [row] = await db().response.findMany({ where: { attemptId: id } })
    expect(row).toMatchObject({ value: 'true', version: 1, flagged: true })
  })
})

describe('an answer on an old base whose age is known', () => {
  it('stands where it was given after the one that is saved', async () => {
    const { page, kept } = await attempt()
    await page([['q1', 'true', 0]], 1_000)
    expect(await page([['q1', 'false', 0, 500]], 2_000)).toEqual([])
    expect(await kept()).toEqual({ q1: { value: 'false', version: 2, savedAt: after(1_500) } })
  })

  it('is reported where it was given before, or at the same moment', async () => {
    const { page, kept } = await attempt()
    await page([['q1', 'true', 0]], 1_000)
    expect(await page([['q1', 'false', 0, 1_500]], 2_000)).toEqual(['q1'])
    expect(await page([['q1', 'false', 0, 1_000]], 2_000)).toEqual(['q1'])
    expect(await kept()).toMatchObject({ q1: { value: 'true', version: 1 } })
  })

  it('on the present base never makes the answer look older than what it replaced', async () => {
    const { page, kept } = await attempt()
    await page([['q1', 'true', 0]], 1_000)
    await page([['q1', 'false', 1, 5_000]], 2_000)
    expect(await kept()).toEqual({ q1: { value: 'false', version: 2, savedAt: after(1_000) } })
    expect(await page([['q1', 'true', 0, 1_500]], 2_200)).toEqual(['q1'])
  })

  it('of any length breaks nothing', async () => {
    const { page } = await attempt()
    await page([['q1', 'true', 0]])
    expect(await page([['q1', 'false', 0, Number.MAX_SAFE_INTEGER]], 10)).toEqual(['q1'])
    expect(await page([['q2', 'true', 0, Number.MAX_SAFE_INTEGER]], 10)).toEqual([])
  })
})

describe('a page and single saves at once', () => {
  it('never lose an answer that was acknowledged', async () => {
    for (let round = 0; round < 25; round++) {
      const { id, page, kept } = await attempt()
      const single = { attemptId: id, questionId: 'q1', value: 'true', base: 0 }
      const [conflicts, saved] = await Promise.all([
        page([['q1', 'false', 0]]),
        saveResponse(viewer, single, noon),
      ])
      const isPage = conflicts?.length === 0
      expect([isPage, saved.state]).toEqual(isPage ? [true, 'newer-exists'] : [false, 'saved'])
      expect((await kept()).q1).toMatchObject({ value: isPage ? 'false' : 'true', version: 1 })
    }
  })
})

describe('no page is saved', () => {
  it('into somebody else’s attempt or one that was handed in', async () => {
    const { id, page } = await attempt()
    const entry: PageSave = { questionId: 'q1', value: 'true', base: 0, age: null }
    const stranger = await newMember()
    await handIn(viewer, id)
    const changed = await rowsChangedBy(async () => {
      expect(await savePage(stranger, id, [entry], noon)).toBeNull()
      expect(
        await page([
          ['q1', 'true', 0],
          ['q2', 'true', 0, 0],
        ]),
      ).toBeNull()
    })
    expect(changed).toEqual([])
  })

  it('over a checked answer, nor for a question that is not of the version', async () => {
    const { id, page, kept } = await attempt('practice')
    await page([['q1', 'true', 0]])
    await recordCheck(viewer, id, 'q1', after(5))
    expect(
      await page(
        [
          ['q1', 'false', 1, 0],
          ['q9', 'true', 0],
        ],
        10,
      ),
    ).toEqual(['q1'])
    expect(Object.keys(await kept())).toEqual(['q1'])
    expect(await kept()).toMatchObject({ q1: { value: 'true', version: 1 } })
  })
})
