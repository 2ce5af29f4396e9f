import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Fate,
  GOOD,
  memoryKeeper,
  memoryServer,
  type Screen,
  screen,
  virtualTime,
} from './two-screens'

const QUESTIONS = ['a', 'b', 'c']
/** The longest that a request takes in these histories: closer than that, two answers are equally new. */
const SLACK = 8_000

const fate: fc.Arbitrary<Fate> = fc.record({
  there: fc.integer({ min: 0, max: 3000 }),
  back: fc.integer({ min: 0, max: 1000 }),
  lose: fc.constantFrom('nothing', 'nothing', 'request', 'reply'),
})

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('answer' as const), question: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reload' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cut' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restore' as const) }) },
)
const history = fc.array(
  fc.record({ who: fc.constantFrom(0, 1), after: fc.integer({ min: 1, max: 90_000 }), step }),
  { minLength: 1, maxLength: 20 },
)

interface Given {
  question: string
  value: string
  at: number
}

/** Plays a history of two devices; then both have a network and a page again. */
async function play(
  steps: readonly (typeof history extends fc.Arbitrary<infer H> ? H : never)[number][],
  fates: Fate[],
) {
  const time = virtualTime()
  const written: Given[] = []
  const given: Given[] = []
  const server = memoryServer(time, (value, question) =>
    written.push({ question, value: String(value), at: time.now() }),
  )
  const devices = [0, 1].map(() => ({
    keeper: memoryKeeper(),
    isDown: false,
    page: null as Screen | null,
  }))
  const open = async (device: (typeof devices)[number]) => {
    device.page?.close()
    const page = screen(time, server, {
      fate: () => (device.isDown ? { ...GOOD, lose: 'request' } : (fates.shift() ?? GOOD)),
      questions: QUESTIONS,
      keeper: device.keeper,
    })
    device.page = page
    page.autosave.takeUp(await device.keeper.list())
  }
  for (const device of devices) await open(device)
  for (const { who, after, step } of steps) {
    await time.pass(after)
    const device = devices[who]
    if (!device?.page) continue
    if (step.do === 'cut') device.isDown = true
    else if (step.do === 'restore') device.isDown = false
    else if (step.do === 'reload') await open(device)
    else {
      const question = QUESTIONS[step.question] ?? 'a'
      const value = `${who} at ${time.now()}`
      given.push({ question, value, at: time.now() })
      device.page.autosave.change(question, value, 0)
      // The device has written it down before the page can go.
      await time.pass(0)
    }
  }
  for (const device of devices) {
    device.isDown = false
    await open(device)
  }
  fates.length = 0
  await time.pass(120_000)
  return { server, devices, given, written }
}

test('of two devices with losses and reloads nothing newer is lost, and each answer arrives once', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.array(fate, { maxLength: 30 }), async (steps, fates) => {
      const { server, devices, given, written } = await play(steps, [...fates])
      for (const { keeper, page } of devices) {
        expect(keeper.all()).toEqual([])
        expect(page?.autosave.pending()).toEqual({})
      }
      for (const question of QUESTIONS) {
        const of = given.filter((each) => each.question === question)
        const newest = Math.max(...of.map(({ at }) => at))
        const stands = of.find(({ value }) => value === server.of(question).value)
        if (of.length === 0) expect(server.of(question).value).toBeNull()
        else
          expect(stands?.at, `${question}: ${JSON.stringify(of)}`).toBeGreaterThanOrEqual(
            newest - SLACK,
          )
      }
      const values = written.map(({ question, value }) => `${question} ${value}`)
      expect(new Set(values).size, values.join()).toBe(values.length)
    }),
    { numRuns: 400 },
  )
})

test('what one device kept arrives in the order in which it was given', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const own = [
        { who: 0 as const, after: 1, step: { do: 'cut' as const } },
        ...steps
          .filter(({ step }) => step.do === 'answer' || step.do === 'reload')
          .map((each) => ({ ...each, who: 0 as const })),
      ]
      const { given, written } = await play(own, [])
      const last = new Map(given.map((each) => [each.question, each]))
      const expected = [...last.values()].sort((a, b) => a.at - b.at).map(({ value }) => value)
      expect(written.map(({ value }) => value)).toEqual(expected)
    }),
    { numRuns: 200 },
  )
})
