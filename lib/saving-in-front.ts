import { IncomingMessage, type ServerResponse } from 'node:http'
import { sessionCookie } from '@/lib/auth/cookie'
import { isSameOrigin } from '@/lib/auth/same-origin'
import { digest } from '@/lib/auth/token'
import { saveBySession } from '@/lib/data/save'
import { LONGEST_SAVE, placeSchema, readSave, replyTo } from './saving'

const ADDRESS = /^\/api\/attempts\/([^/?]+)\/responses\/([^/?]+)$/

/** The one session cookie of ours, or null: of two nobody knows which is meant. */
function tokenOf(cookies: string | undefined): string | null {
  const { name } = sessionCookie()
  const found = (cookies ?? '')
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each.startsWith(`${name}=`))
    .map((each) => each.slice(name.length + 1))
  const [token] = found
  return found.length === 1 && token !== undefined && /^[\w-]{43}$/.test(token) ? token : null
}

/** A header that came once, or null. */
function header(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name]
  return typeof value === 'string' ? value : null
}

function isOurs(request: IncomingMessage): boolean {
  const headers = new Headers()
  for (const name of ['sec-fetch-site', 'origin', 'host']) {
    const value = header(request, name)
    if (value !== null) headers.set(name, value)
  }
  return isSameOrigin(headers)
}

/** The whole body, which is `size` bytes long, or null where it breaks off. */
async function bodyOf(request: IncomingMessage, size: number): Promise<Buffer | null> {
  try {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = Buffer.concat(parts)
    return body.length === size ? body : null
  } catch {
    return null
  }
}

/** The request as it arrived, with a body that is there to be read: Next refuses one that was touched. */
function asItArrived(request: IncomingMessage, body: Buffer): IncomingMessage {
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } =
    request
  const untouched = new IncomingMessage(request.socket)
  Object.assign(untouched, { method, url, headers, rawHeaders, complete: true })
  Object.assign(untouched, { httpVersion, httpVersionMajor, httpVersionMinor })
  untouched.push(body)
  untouched.push(null)
  return untouched
}

/**
 * Answers the ordinary save of an answer before Next sees it: Next's own share of such a request is many
 * times that of the statement. Whatever is not ordinary (no session, another site, a body that is
 * none, an attempt that is over or not theirs, a database that does not answer) is left for the handler
 * behind, which decides and says so.
 *
 * @param headers those that every answer carries
 * @returns the request for who comes next, or null where it is answered
 */
export async function savedInFront(
  request: IncomingMessage,
  response: ServerResponse,
  headers: Record<string, string>,
): Promise<IncomingMessage | null> {
  const [, attemptId, questionId] = ADDRESS.exec(request.url ?? '') ?? []
  if (request.method !== 'PUT' || attemptId === undefined) return request
  const place = placeSchema.safeParse({ attemptId, questionId })
  const token = tokenOf(request.headers.cookie)
  const size = Number(request.headers['content-length'])
  const isJson = request.headers['content-type']?.startsWith('application/json') ?? false
  if (!place.success || token === null || !isJson || !isOurs(request)) return request
  if (!Number.isSafeInteger(size) || size < 1 || size > LONGEST_SAVE) return request
  const body = await bodyOf(request, size)
  if (!body) return request
  const input = readSave(body.toString('utf8'))
  if (!input) return asItArrived(request, body)
  const outcome = await saveBySession(digest(token), { ...place.data, ...input }, new Date()).catch(
    () => null,
  )
  if (outcome?.state !== 'saved' && outcome?.state !== 'newer-exists')
    return asItArrived(request, body)
  const reply = replyTo(outcome)
  const text = JSON.stringify(reply.body)
  response.writeHead(reply.status, {
    ...headers,
    'cache-control': 'no-store',
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
  return null
}
