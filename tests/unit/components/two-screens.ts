import { createAutosave } from '@/components/attempt/autosave'
import type { Autosave, Conflict } from '@/components/attempt/autosave-contract'
import { inOrder, type Keeper, type Kept, keepsNothing, newerOf } from '@/components/attempt/kept'
import type { Reply, Value } from '@/components/attempt/save-request'
import type { SaveState } from '@/components/attempt/save-state'

/** Time that passes only when a test says so; what is due at the same moment runs in order. */
export function virtualTime() {
  let now = 0
  let count = 0
  const due = new Map<number, { at: number; run: () => void }>()
  const settle = async () => {
    for (let turn = 0; turn < 30; turn++) await Promise.resolve()
  }
  return {
    now: () => now,
    timers: {
      set(run: () => void, ms: number): unknown {
        due.set(++count, { at: now + ms, run })
        return count
      },
      clear: (timer: unknown) => void due.delete(timer as number),
    },
    async pass(ms: number) {
      const end = now + ms
      await settle()
      for (;;) {
        const [next] = [...due].sort(([a, x], [b, y]) => x.at - y.at || a - b)
        if (!next || next[1].at > end) break
        due.delete(next[0])
        now = next[1].at
        next[1].run()
        await settle()
      }
      now = end
    },
  }
}
export type VirtualTime = ReturnType<typeof virtualTime>

/** What the network does to one request; times in milliseconds. */
export interface Fate {
  there: number
  back: number
  lose: 'nothing' | 'request' | 'reply'
}
export const GOOD: Fate = { there: 20, back: 20, lose: 'nothing' }

/** The save route of the real server in memory: versions, ages, and the same value twice is one write. */
export function memoryServer(
  time: VirtualTime,
  onWrite: (value: Value, question: string) => void = () => {},
) {
  const rows = new Map<string, { version: number; value: Value; givenAt: number }>()
  const of = (question: string) => rows.get(question) ?? { version: 0, value: null, givenAt: 0 }
  let status: number | null = null
  return {
    of,
    get value() {
      return of('q').value
    },
    get version() {
      return of('q').version
    },
    answerWith(next: number | null) {
      status = next
    },
    put(question: string, body: { value: Value; base: number; age?: number }): Reply {
      if (status !== null) return reply(status, {})
      const { version, value, givenAt } = of(question)
      const isSame = JSON.stringify(value) === JSON.stringify(body.value)
      const isRepeat = version === body.base + 1 && isSame
      if (version !== body.base && !isRepeat)
        return reply(412, { version, value, ageMs: time.now() - givenAt })
      if (!isRepeat) {
        onWrite(body.value, question)
        const given = isSame ? givenAt : Math.max(givenAt, time.now() - (body.age ?? 0))
        rows.set(question, { version: body.base + 1, value: body.value, givenAt: given })
      }
      return reply(200, { version: body.base + 1, savedAt: new Date(time.now()).toISOString() })
    },
  }
}
const reply = (status: number, body: unknown): Reply => ({ status, json: async () => body })
export type MemoryServer = ReturnType<typeof memoryServer>

/** What a device keeps, in memory: it outlives every screen of it. */
export function memoryKeeper(): Keeper & { all(): Kept[] } {
  const rows = new Map<string, Kept>()
  return {
    all: () => inOrder([...rows.values()]),
    put: async (kept) => {
      rows.set(kept.questionId, structuredClone(newerOf(rows.get(kept.questionId), kept)))
      return true
    },
    drop: async ({ questionId, stamp }) => {
      if (rows.get(questionId)?.stamp === stamp) rows.delete(questionId)
    },
    list: async () => inOrder(structuredClone([...rows.values()])),
  }
}

export interface Screen {
  autosave: Autosave
  states: SaveState[]
  conflicts: Conflict[]
  bodies: { value: Value; base: number; flagged?: boolean; age?: number }[]
  /** The page is gone: nothing of it runs or sends any more. */
  close(): void
}

interface ScreenOptions {
  fate?: () => Fate
  onSaved?: (value: Value) => void
  questions?: readonly string[]
  keeper?: Keeper
}

/** One screen that shows what the server has; `fate` decides what happens to each of its requests. */
export function screen(
  time: VirtualTime,
  server: MemoryServer,
  {
    fate = () => GOOD,
    onSaved = () => {},
    questions = ['q'],
    keeper = keepsNothing,
  }: ScreenOptions = {},
): Screen {
  const states: SaveState[] = []
  const conflicts: Conflict[] = []
  const bodies: Screen['bodies'] = []
  let isOpen = true
  const wait = (ms: number) => new Promise<void>((resolve) => time.timers.set(resolve, ms))
  const never = new Promise<never>(() => {})
  const autosave = createAutosave({
    attemptId: 'attempt',
    url: (id) => id,
    async fetch(question, init) {
      const body = JSON.parse(init.body)
      bodies.push(body)
      const { there, back, lose } = fate()
      await wait(there)
      if (lose === 'request' && !isOpen) return never
      if (lose === 'request') throw new TypeError('The network is gone')
      const answer = server.put(question, body)
      await wait(back)
      if (!isOpen) return never
      if (lose === 'reply') throw new TypeError('The network is gone')
      if (answer.status === 200 && !init.signal.aborted) onSaved(body.value)
      return answer
    },
    clock: { steady: time.now, wall: time.now },
    timers: {
      set: (run, ms) => time.timers.set(() => isOpen && run(), ms),
      clear: time.timers.clear,
    },
    saved: Object.fromEntries(
      questions.map((id) => {
        const { version, value } = server.of(id)
        return [id, { version, value, flagged: false }]
      }),
    ),
    keeper,
    onState: (state) => states.push(state),
    onConflict: (conflict) => conflicts.push(conflict),
  })
  const close = () => {
    isOpen = false
  }
  return { autosave, states, conflicts, bodies, close }
}
