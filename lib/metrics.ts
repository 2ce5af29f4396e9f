import { Counter, collectDefaultMetrics, Histogram, register } from 'prom-client'

/** What a request is for: few kinds, so that nobody's address or id becomes a name of a series. */
export type RequestKind = 'page' | 'form' | 'save' | 'clock' | 'data' | 'file'

interface Kept {
  requests: Histogram<'kind' | 'status'>
  events: Counter<'event'>
}
// One registry for the server and for Next's own module graph, which loads this file once more.
const kept = globalThis as typeof globalThis & { rendezvousMetrics?: Kept }

function metrics(): Kept {
  if (!kept.rendezvousMetrics) {
    collectDefaultMetrics()
    kept.rendezvousMetrics = {
      requests: new Histogram({
        name: 'rendezvous_request_seconds',
        help: 'How long answers took, by what was asked and how it came out.',
        labelNames: ['kind', 'status'],
        buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      }),
      events: new Counter({
        name: 'rendezvous_events_total',
        help: 'What happened that concerns security or went wrong, by its name in the log.',
        labelNames: ['event'],
      }),
    }
  }
  return kept.rendezvousMetrics
}

/** What a method and a path are for. */
export function kindOf(method: string, path: string): RequestKind {
  if (path.startsWith('/_next/static/')) return 'file'
  if (/^\/api\/attempts\/[^/]+\/responses\//.test(path)) return 'save'
  if (path.endsWith('/clock')) return 'clock'
  if (path.startsWith('/api/')) return 'data'
  return method === 'GET' || method === 'HEAD' ? 'page' : 'form'
}

/** Notes how long an answer took. @param seconds from the request's arrival to the last byte */
export const timed = (kind: RequestKind, status: number, seconds: number): void =>
  metrics().requests.observe({ kind, status: `${Math.floor(status / 100)}xx` }, seconds)

/** Counts something that the log says as well. */
export const counted = (event: string): void => metrics().events.inc({ event })

/** All of it in the text format of Prometheus, with its media type. */
export async function readMetrics(): Promise<{ text: string; type: string }> {
  metrics()
  return { text: await register.metrics(), type: register.contentType }
}
