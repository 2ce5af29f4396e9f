import { Agent, request } from 'node:http'
import type { Student } from '@/scripts/faults/world'

/** One run of a contender: how many answers a second, and how long they took, in milliseconds. */
export interface Run {
  rate: number
  p50: number
  p99: number
  /** Answers that were no 200. */
  failed: number
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/** An answer that is written again and again, each time on top of the version saved last. */
interface Slot {
  cookie: string
  path: string
  version: number
}

/** What the given students can write, so that no two connections write the same answer. */
export function slotsOf(students: readonly Student[]): Slot[] {
  return students.flatMap(({ cookie, attempts }) =>
    attempts.slice(0, 2).flatMap(({ id, questions }) =>
      questions.slice(0, 4).map((question) => ({
        cookie,
        path: `/api/attempts/${id}/responses/${question}`,
        version: 0,
      })),
    ),
  )
}

function put(port: number, agent: Agent, slot: Slot, value: string): Promise<number> {
  const body = JSON.stringify({ value, base: slot.version })
  const headers = {
    cookie: slot.cookie,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'sec-fetch-site': 'same-origin',
  }
  return new Promise((resolve) => {
    const options = { host: '127.0.0.1', port, path: slot.path, method: 'PUT', agent, headers }
    const asking = request(options, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
      answer.on('error', () => resolve(0))
    })
    asking.on('error', () => resolve(0))
    asking.end(body)
  })
}

/** Lets so many connections save, each as fast as it is answered, for so many milliseconds. */
export async function saveFor(
  port: number,
  slots: Slot[],
  connections: number,
  duration: number,
): Promise<Run> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let failed = 0
  const since = performance.now()
  const until = since + duration
  const connection = async (first: number) => {
    for (let at = first; performance.now() < until; at += connections) {
      const slot = slots[at % slots.length]
      if (!slot) return
      const began = performance.now()
      const status = await put(port, agent, slot, `answer ${at}`)
      times.push(performance.now() - began)
      if (status === 200) slot.version++
      else failed++
    }
  }
  await Promise.all(Array.from({ length: connections }, (_, at) => connection(at)))
  const seconds = (performance.now() - since) / 1000
  agent.destroy()
  times.sort((one, other) => one - other)
  return {
    rate: (times.length - failed) / seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    failed,
  }
}

export const median = (values: readonly number[]): number =>
  quantile(
    [...values].sort((one, other) => one - other),
    0.5,
  )
