import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Fate, GOOD, memoryServer, screen, virtualTime } from './two-screens'

const fate: fc.Arbitrary<Fate> = fc.record({
  there: fc.integer({ min: 0, max: 14_000 }),
  back: fc.integer({ min: 0, max: 4000 }),
  lose: fc.constantFrom('nothing', 'nothing', 'request', 'reply'),
})
const change = fc.record({
  who: fc.constantFrom(0, 1),
  after: fc.integer({ min: 1, max: 6000 }),
  delay: fc.constantFrom(0, 300),
})

/** Runs changes over a bad network, which then becomes good; every value tells when it was given. */
async function play(
  changes: { who: number; after: number; delay: number }[],
  fates: [Fate[], Fate[]],
) {
  const time = virtualTime()
  const givenAt = (value: unknown) => Number(String(value).split(' ')[1])
  let newestConfirmed = -1
  const violations: string[] = []
  const server = memoryServer(time, (value) => {
    if (givenAt(value) < newestConfirmed) violations.push(`${value} after ${newestConfirmed}`)
  })
  let isGood = false
  const screens = ([0, 1] as const).map((who) =>
    screen(time, server, {
      fate: () => (isGood ? GOOD : (fates[who].shift() ?? GOOD)),
      onSaved: (value) => {
        newestConfirmed = Math.max(newestConfirmed, givenAt(value))
      },
    }),
  )
  const last: (string | null)[] = [null, null]
  for (const { who, after, delay } of changes) {
    await time.pass(after)
    const value = `${who} ${time.now()}`
    last[who] = value
    screens[who]?.autosave.change('q', value, delay)
  }
  isGood = true
  await time.pass(120_000)
  return { server, screens, last, violations }
}

describe('over a network that delays, drops and reorders', () => {
  test('no confirmed answer is ever replaced by an older one, and nothing stays unsent', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 12 }),
        fc.tuple(fc.array(fate, { maxLength: 20 }), fc.array(fate, { maxLength: 20 })),
        async (changes, [a, b]) => {
          const { server, screens, last, violations } = await play(changes, [[...a], [...b]])
          expect(violations).toEqual([])
          for (const { autosave } of screens) expect(autosave.pending()).toEqual({})
          expect(last).toContain(server.value)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('the last value of a single screen always arrives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 12 }),
        fc.array(fate, { maxLength: 20 }),
        async (changes, fates) => {
          const own = changes.map((each) => ({ ...each, who: 0 }))
          const { server, screens, last } = await play(own, [[...fates], []])
          expect(server.value).toBe(last[0])
          expect(screens[0]?.conflicts).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })
})
