import { IncomingMessage, type ServerResponse } from 'node:http'
import { sessionCookie } from '@/lib/auth/cookie'
import { headersIn, isSameOrigin } from '@/lib/auth/same-origin'
import { digest } from '@/lib/auth/token'
import { saveBySession } from '@/lib/data/save'
import { answerHeaders } from './answer'
import { fault } from './log'
import { LONGEST_SAVE, type Reply, readSave, replyTo } from './saving'

/** As `placeSchema` has it; whatever is spelt otherwise is left for the handler behind. */
const ADDRESS =
  /^\/api\/attempts\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/responses\/([a-z0-9][a-z0-9-]{0,39})$/

/** The one session cookie of ours, or null: of two nobody knows which is meant. */
function tokenOf(cookies = ''): string | null {
  const start = `${sessionCookie().name}=`
  const at = cookies.indexOf(start)
  if (at === -1 || cookies.indexOf(start, at + 1) !== -1) return null
  if (at > 0 && !/[; ]/.test(cookies.charAt(at - 1))) return null
  return /^[\w-]{43}(?=;|$)/.exec(cookies.slice(at + start.length))?.[0] ?? null
}

/** The whole body, which is `size` bytes long, or null where it breaks off. */
function bodyOf(request: IncomingMessage, size: number): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    request
      .on('data', (part: Buffer) => parts.push(part))
      .once('end', () => {
        const body = Buffer.concat(parts)
        resolve(body.length === size ? body : null)
      })
      .once('error', () => resolve(null))
      .once('close', () => resolve(null))
  })
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
 * none, an attempt that is over or not theirs) is left for the handler behind, which decides and says so.
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
  if (request.method !== 'PUT' || attemptId === undefined || questionId === undefined)
    return request
  const token = tokenOf(request.headers.cookie)
  const size = Number(request.headers['content-length'])
  const isJson = request.headers['content-type']?.startsWith('application/json') ?? false
  const isOurs = isSameOrigin(headersIn(request.headers))
  if (token === null || !isJson || !isOurs) return request
  if (!Number.isSafeInteger(size) || size < 1 || size > LONGEST_SAVE) return request
  const body = await bodyOf(request, size)
  if (!body) return request
  const input = readSave(body.toString('utf8'))
  if (!input) return asItArrived(request, body)
  const outcome = await saveBySession(
    digest(token),
    { attemptId, questionId, ...input },
    new Date(),
  ).catch((error: unknown) => {
    fault('An answer could not be saved', error)
    return null
  })
  // Asking a second time behind would only make a database that is slow slower.
  if (outcome === null) return send(response, headers, { status: 503, body: { error: 'away' } })
  if (outcome.state !== 'saved' && outcome.state !== 'newer-exists')
    return asItArrived(request, body)
  return send(response, headers, replyTo(outcome))
}

function send(
  response: ServerResponse,
  headers: Record<string, string>,
  { status, body }: Reply,
): null {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    ...headers,
    ...answerHeaders(status),
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
  return null
}
