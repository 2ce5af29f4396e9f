import {
  type Autosave,
  type Conflict,
  createAutosave,
  type SaveState,
} from '@/components/attempt/autosave'
import type { Reply, Value } from '@/components/attempt/save-request'

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

export interface Written {
  value: Value
  at: number
}

/** The save route of the real server in memory: versions, and the same value twice is one write. */
export function memoryServer(time: VirtualTime, onWrite: (value: Value) => void = () => {}) {
  let version = 0
  let value: Value = null
  let savedAt = 0
  let status: number | null = null
  return {
    get value() {
      return value
    },
    get version() {
      return version
    },
    answerWith(next: number | null) {
      status = next
    },
    put(body: { value: Value; base: number }): Reply {
      if (status !== null) return reply(status, {})
      const isRepeat =
        version === body.base + 1 && JSON.stringify(value) === JSON.stringify(body.value)
      if (version !== body.base && !isRepeat)
        return reply(412, { version, value, ageMs: time.now() - savedAt })
      if (!isRepeat) onWrite(body.value)
      version = body.base + 1
      value = body.value
      savedAt = time.now()
      return reply(200, { version, savedAt: new Date(savedAt).toISOString() })
    },
  }
}
const reply = (status: number, body: unknown): Reply => ({ status, json: async () => body })

export interface Screen {
  autosave: Autosave
  states: SaveState[]
  conflicts: Conflict[]
  bodies: { value: Value; base: number; flagged?: boolean }[]
}

/** One screen that answers question `q`; `fate` decides what happens to each of its requests. */
export function screen(
  time: VirtualTime,
  server: ReturnType<typeof memoryServer>,
  fate: () => Fate = () => GOOD,
  onSaved: (value: Value) => void = () => {},
): Screen {
  const states: SaveState[] = []
  const conflicts: Conflict[] = []
  const bodies: Screen['bodies'] = []
  const wait = (ms: number) => new Promise<void>((resolve) => time.timers.set(resolve, ms))
  const autosave = createAutosave({
    url: (id) => `/responses/${id}`,
    async fetch(_url, init) {
      const body = JSON.parse(init.body)
      bodies.push(body)
      const { there, back, lose } = fate()
      await wait(there)
      if (lose === 'request') throw new TypeError('The network is gone')
      const answer = server.put(body)
      await wait(back)
      if (lose === 'reply') throw new TypeError('The network is gone')
      if (answer.status === 200 && !init.signal.aborted) onSaved(body.value)
      return answer
    },
    clock: { steady: time.now, wall: time.now },
    timers: time.timers,
    saved: { q: { version: 0, value: null, flagged: false } },
    onState: (state) => states.push(state),
    onConflict: (conflict) => conflicts.push(conflict),
  })
  return { autosave, states, conflicts, bodies }
}
