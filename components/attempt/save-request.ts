import type { StoredResponse } from '@/lib/domain/question/publish'

export type Value = StoredResponse | null

export interface Timers {
  set(run: () => void, ms: number): unknown
  clear(timer: unknown): void
}
export interface Reply {
  status: number
  json(): Promise<unknown>
}
export interface SaveInit {
  method: 'PUT'
  headers: Record<string, string>
  body: string
  keepalive: true
  signal: AbortSignal
}
interface Network {
  fetch(url: string, init: SaveInit): Promise<Reply>
  timers: Timers
}

/** How a page of a browser reaches the save route of an attempt, and its clocks. */
export const browserRoad = (attemptId: string) => ({
  url: (questionId: string) => `/api/attempts/${attemptId}/responses/${questionId}`,
  fetch: (url: string, init: SaveInit): Promise<Reply> => fetch(url, init),
  clock: { steady: () => performance.now(), wall: () => Date.now() },
  timers: {
    set: (run: () => void, ms: number): unknown => setTimeout(run, ms),
    clear: (timer: unknown) => clearTimeout(timer as ReturnType<typeof setTimeout> | undefined),
  },
})

/** How long an answer from the server is waited for, in milliseconds. */
const PATIENCE = 10_000

/** The server's reply, or null where none came in time or the network failed. Never throws. */
export async function sendWithin(
  { fetch, timers }: Network,
  url: string,
  body: unknown,
): Promise<Reply | null> {
  const abort = new AbortController()
  let timer: unknown = null
  const late = new Promise<null>((resolve) => {
    timer = timers.set(() => {
      resolve(null)
      abort.abort()
    }, PATIENCE)
  })
  const reply = fetch(url, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    keepalive: true,
    signal: abort.signal,
  }).catch(() => null)
  const first = await Promise.race([reply, late])
  timers.clear(timer)
  return first
}

function canonical(value: Value): string {
  if (typeof value === 'string') return JSON.stringify(value.trim())
  if (value === null || Array.isArray(value)) return JSON.stringify(value)
  const pairs = Object.entries(value).map(([id, text]) => [id, text.trim()] as const)
  return JSON.stringify(pairs.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Whether two answers are the same; the order of pairs and spaces at the ends do not matter. */
export const isSame = (a: Value, b: Value): boolean => canonical(a) === canonical(b)

const isRecord = (body: unknown): body is Record<string, unknown> =>
  typeof body === 'object' && body !== null

/** 200: the answer stands as this version. */
export const isConfirmation = (body: unknown): body is { version: number; savedAt: string } =>
  isRecord(body) && typeof body.version === 'number' && 'savedAt' in body

/** 412: the server has another version, and since when, in milliseconds. */
export const isCollision = (
  body: unknown,
): body is { version: number; value: Value; ageMs: number } =>
  isRecord(body) && typeof body.version === 'number' && typeof body.ageMs === 'number'
