import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import next from 'next'
import { clockKey } from '@/lib/auth/clock-key'
import { refusedStatus } from '@/lib/auth/refused-status'
import { env } from '@/lib/env'
import { everyAnswer } from '@/lib/headers.mjs'
import { fault, note } from '@/lib/log'
import { kindOf, timed } from '@/lib/metrics'
import { savedInFront } from '@/lib/saving-in-front'
import { watchDatabase } from '@/scripts/start/watch-database'

/**
 * Next behind a server of our own, for five things that Next leaves open: the client's address is
 * what the socket says, whatever a client claims; what cannot be a request of ours is refused plainly;
 * while the database is away every page answers 503 with a calm one that asks again by itself;
 * attempts whose time is over are handed in; and the ordinary save of an answer is answered at once.
 */
const port = Number(process.env.PORT ?? 3000)
const hostname = process.env.HOST
const { databaseUrl, trustProxy } = env()

const app = next({ dev: false, port, ...(hostname && { hostname }) })
await app.prepare()
const handle = app.getRequestHandler()
const database = watchDatabase(databaseUrl)

interface StoredPage {
  html: string
  policy: string
}

function storedPage(name: string): StoredPage {
  const at = `.next/server/app/${name}`
  const { headers } = JSON.parse(readFileSync(`${at}.meta`, 'utf8')) as {
    headers?: Record<string, string>
  }
  // Its scripts would take the address for the page's own and ask for data that is not there.
  const scripts = /<script(?![^>]*theme\.js)[^>]*>[\s\S]*?<\/script>/g
  return {
    html: readFileSync(`${at}.html`, 'utf8').replace(scripts, ''),
    policy: headers?.['content-security-policy'] ?? "default-src 'self'",
  }
}
const away = storedPage('away')

/** Headers that only a proxy of ours may set. */
const VOUCHED = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port']

function settleAddress(request: IncomingMessage): void {
  if (!trustProxy) for (const name of VOUCHED) delete request.headers[name]
  request.headers['x-forwarded-for'] ??= request.socket.remoteAddress ?? 'unknown'
}

/** A person's navigation or form, as against files, data and what was made at the build. */
const isPage = ({ method, headers, url = '' }: IncomingMessage): boolean =>
  (method === 'POST' || (headers.accept ?? '').includes('text/html')) &&
  !url.startsWith('/_next/') &&
  !url.startsWith('/api/') &&
  !/^\/courses\/[^/]+\/lessons\//.test(url)

function sendAway(response: ServerResponse): void {
  response.writeHead(503, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': away.policy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'retry-after': '10',
    refresh: '10',
  })
  response.end(away.html)
}

function refuse(status: number, response: ServerResponse): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-security-policy': "default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    connection: 'close',
  })
  response.end(STATUS_CODES[status])
}

const always = Object.fromEntries(everyAnswer.map(({ key, value }) => [key, value]))

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const left = await savedInFront(request, response, always)
  if (left) await handle(left, response)
}

const server = createServer((request, response) => {
  const since = process.hrtime.bigint()
  const [pathname = '/'] = (request.url ?? '/').split('?')
  const kind = kindOf(request.method ?? 'GET', pathname)
  response.once('close', () =>
    timed(kind, response.statusCode, Number(process.hrtime.bigint() - since) / 1e9),
  )
  settleAddress(request)
  const refused = refusedStatus(request)
  if (refused === 403) note('malicious_cross_site')
  if (refused !== null) return refuse(refused, response)
  if (!database.isThere() && isPage(request)) return sendAway(response)
  answer(request, response).catch((error: unknown) => {
    fault('A request could not be answered', error)
    if (response.headersSent) response.destroy()
    else response.writeHead(500).end()
  })
})
server.keepAliveTimeout = 65_000
server.listen({ port, ...(hostname && { host: hostname }) })

/**
 * The server's clock: once a second whatever is over is handed in, through the same handler that a
 * timer of one's own may call. What one call leaves comes with the next; calls never overlap.
 */
const CLOCK = 1_000
let isTicking = false
const clock = setInterval(async () => {
  if (isTicking || !database.isThere()) return
  isTicking = true
  const host = hostname && hostname !== '0.0.0.0' && hostname !== '::' ? hostname : '127.0.0.1'
  const headers = { authorization: `Bearer ${clockKey()}` }
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}/api/clock`
  await fetch(address, { method: 'POST', headers }).catch(() => undefined)
  isTicking = false
}, CLOCK)

let isStopping = false
/** Requests under way are finished first, for at most ten seconds. */
function stop(): void {
  if (isStopping) return
  isStopping = true
  clearInterval(clock)
  setTimeout(() => process.exit(1), 10_000).unref()
  server.close(async () => {
    await database.stop()
    await app.close()
    process.exit(0)
  })
  server.closeIdleConnections()
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
