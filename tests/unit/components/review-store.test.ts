import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  forgetReview,
  type KeptAnswer,
  keepAnswer,
  keepSet,
  keptAnswers,
  keptSet,
  sendAnswers,
} from '@/components/offline/review-store'

const storage = () => {
  const kept = new Map<string, string>()
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  }
}
beforeEach(() => vi.stubGlobal('window', { localStorage: storage() }))
afterEach(() => vi.unstubAllGlobals())

const given = (id: string, learner = 'ada'): KeptAnswer => ({
  ...{ id, learner, courseSlug: 'course', questionId: 'q1', versionId: 'v', turn: 1 },
  ...{ value: 'true', timeZone: 'UTC', at: Number(id) },
})
const idOf = (body: object) => (body as { id: string }).id

describe('answers that wait for the network', () => {
  it('arrive each once and in order, however often it fails, is lost on the way back, or two tabs send', async () => {
    const fate = fc.constantFrom('kept', 'away', 'lost', 'busy')
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 8 }),
        fc.array(fate, { maxLength: 30 }),
        async (count, fates) => {
          vi.stubGlobal('window', { localStorage: storage() })
          const log: string[] = []
          const left = [...fates]
          const send = async (body: object) => {
            const next = left.shift() ?? 'kept'
            if (next === 'away') return null
            if (next === 'busy') return 503
            // The server keeps an answer once, by its id.
            if (!log.includes(idOf(body))) log.push(idOf(body))
            return next === 'lost' ? null : 200
          }
          const ids = Array.from({ length: count }, (_, place) => String(place + 1))
          for (const id of ids) keepAnswer(given(id))
          for (let time = 0; time < fates.length + 2; time++)
            await Promise.all([
              sendAnswers('ada', () => 100, send),
              sendAnswers('ada', () => 100, send),
            ])
          expect(keptAnswers()).toEqual([])
          expect([...log].sort((a, b) => Number(a) - Number(b))).toEqual(ids)
          expect(new Set(log).size).toBe(count)
        },
      ),
    )
  })

  it('arrive in the order in which they were given, with their age', async () => {
    for (const id of ['10', '20', '30']) keepAnswer(given(id))
    const sent: [string, number][] = []
    const send = async (body: object) => {
      sent.push([idOf(body), (body as { age: number }).age])
      return 200
    }
    expect(await sendAnswers('ada', () => 50, send)).toBe(3)
    expect(sent).toEqual([
      ['10', 40],
      ['20', 30],
      ['30', 20],
    ])
  })

  it('hold the later ones back until they arrive, and go when they are refused for good', async () => {
    for (const id of ['1', '2', '3']) keepAnswer(given(id))
    await sendAnswers(
      'ada',
      () => 9,
      async (body) => (idOf(body) === '2' ? null : 200),
    )
    expect(keptAnswers().map(({ id }) => id)).toEqual(['2', '3'])
    expect(
      await sendAnswers(
        'ada',
        () => 9,
        async (body) => (idOf(body) === '2' ? 404 : 200),
      ),
    ).toBe(1)
    expect(keptAnswers()).toEqual([])
  })

  it('are sent and forgotten for their own learner alone', async () => {
    keepAnswer(given('1', 'ada'))
    keepAnswer(given('2', 'grace'))
    await sendAnswers(
      'ada',
      () => 9,
      async () => 200,
    )
    expect(keptAnswers().map(({ learner }) => learner)).toEqual(['grace'])
    keepSet({ learner: 'grace', set: { items: [] } }, 1)
    forgetReview('ada')
    expect(keptSet(2)?.learner).toBe('grace')
    forgetReview('grace')
    expect(keptSet(2)).toBeNull()
    expect(keptAnswers()).toEqual([])
  })

  it('are told to be lost where the browser keeps nothing', () => {
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    vi.stubGlobal('window', {
      localStorage: { getItem: refuse, setItem: refuse, removeItem: refuse },
    })
    expect(keepAnswer(given('1'))).toBe(false)
    expect(keptAnswers()).toEqual([])
    expect(keptSet(0)).toBeNull()
  })
})

it('keeps a set for a week, and nothing that is none', () => {
  const week = 7 * 24 * 60 * 60_000
  expect(keepSet({ learner: 'ada', set: { items: [] } }, 1000)).toBe(true)
  expect(keptSet(1000 + week - 1)?.learner).toBe('ada')
  expect(keptSet(1000 + week)).toBeNull()
  for (const body of [null, {}, { learner: 'ada' }, { learner: 'ada', set: {} }, 'x'])
    expect(keepSet(body, 0)).toBe(false)
})
