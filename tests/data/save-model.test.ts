import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { saveResponse } from '@/lib/data/save'
import type { SaveOutcome } from '@/lib/domain/save'
import type { Viewer } from '@/lib/domain/viewer'
import { begin, newQuiz } from '@/tests/support/attempts'
import { many, patience } from '@/tests/support/many'
import { newMember } from '@/tests/support/people'
import { the } from '@/tests/support/the'
import { after } from '@/tests/support/versions'

afterAll(disconnect)

/** An answer carries the moment at which it was given, so that any two can be told apart. */
interface Message {
  from: Screen
  given: number
  base: number
}
interface Screen {
  version: number
  /** The answer that is not confirmed yet, or null. */
  waiting: number | null
}

type Step =
  | { do: 'type' | 'send'; screen: 0 | 1 }
  /** The n-th message on its way arrives; `again`: a copy of it stays on its way. */
  | { do: 'arrive'; n: number; again: boolean; isReplyLost: boolean }
  | { do: 'wait'; ms: number }

const screen = fc.constantFrom<(0 | 1)[]>(0, 1)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('type' as const, 'send' as const), screen }),
  fc.record({
    do: fc.constant('arrive' as const),
    n: fc.nat(9),
    again: fc.boolean(),
    isReplyLost: fc.boolean(),
  }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 5_000 }) }),
)

/** Two screens of one learner, a network that delays, loses and repeats, and the real function. */
class World {
  now = 0
  readonly screens: [Screen, Screen] = [
    { version: 0, waiting: null },
    { version: 0, waiting: null },
  ]
  readonly onTheWay: Message[] = []
  /** The answer that stands, its version, and whether its screen has been told that it is saved. */
  kept = { given: 0, version: 0 }
  newestAcknowledged = 0

  constructor(
    readonly viewer: Viewer,
    readonly attemptId: string,
    readonly seen: { saved: number; refused: number; repeated: number },
  ) {}

  at = () => ({ attemptId: this.attemptId, questionId: 'q1' })

  async run(step: Step) {
    this.now++
    if (step.do === 'wait') this.now += step.ms
    else if (step.do === 'arrive') await this.arrive(step)
    else if (step.do === 'type') this.screens[step.screen].waiting = this.now
    else this.send(this.screens[step.screen])
  }

  send(from: Screen) {
    if (from.waiting !== null) this.onTheWay.push({ from, given: from.waiting, base: from.version })
  }

  async arrive({ n, again, isReplyLost }: Extract<Step, { do: 'arrive' }>) {
    if (this.onTheWay.length === 0) return
    const place = n % this.onTheWay.length
    const message = the(this.onTheWay[place])
    if (!again) this.onTheWay.splice(place, 1)
    const save = { ...this.at(), value: String(message.given), base: message.base }
    const outcome = await saveResponse(this.viewer, save, after(this.now))
    await this.check(message, outcome)
    if (!isReplyLost) this.hear(message, outcome)
  }

  /** The laws, against the row as it is now. */
  async check({ given, base }: Message, outcome: SaveOutcome) {
    const row = await db().response.findUnique({ where: { attemptId_questionId: this.at() } })
    const kept = { given: Number(row?.value ?? 0), version: row?.version ?? 0 }
    const isNew = kept.version > this.kept.version
    expect(kept.version - this.kept.version, 'grows by one or not at all').toBe(isNew ? 1 : 0)
    if (isNew) {
      expect(base, 'is written on top of what stood').toBe(this.kept.version)
      expect(outcome.state).toBe('saved')
    } else expect(kept, 'what was not written over stays').toEqual(this.kept)
    if (outcome.state === 'saved') {
      expect(kept, 'what is acknowledged stands').toEqual({ given, version: outcome.version })
      this.newestAcknowledged = Math.max(this.newestAcknowledged, given)
    } else {
      expect(outcome).toMatchObject({ state: 'newer-exists', version: kept.version })
      expect('value' in outcome ? Number(outcome.value ?? 0) : null).toBe(kept.given)
    }
    expect(kept.given, 'no acknowledged newer answer gives way').toBeGreaterThanOrEqual(
      this.newestAcknowledged,
    )
    this.seen[isNew ? 'saved' : outcome.state === 'saved' ? 'repeated' : 'refused']++
    this.kept = kept
  }

  /** What a screen does with a reply: as the autosave of the app does. */
  hear({ from, given }: Message, outcome: SaveOutcome) {
    if (outcome.state === 'saved') {
      from.version = Math.max(from.version, outcome.version)
      if (from.waiting === given) from.waiting = null
    } else if (outcome.state === 'newer-exists') {
      from.version = Math.max(from.version, outcome.version)
      const isOlder = from.waiting === null || this.now - from.waiting >= outcome.ageMs
      if (isOlder) from.waiting = null
    }
  }
}

it('never lets an older answer replace a newer one that was acknowledged', {
  timeout: patience(),
}, async () => {
  const quiz = await newQuiz(1)
  const seen = { saved: 0, refused: 0, repeated: 0 }
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }),
      async (steps) => {
        const viewer = await newMember()
        const world = new World(viewer, await begin(viewer, quiz), seen)
        for (const each of steps) await world.run(each)
      },
    ),
    { numRuns: many(150, 10_000) },
  )
  expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(50)
})
