import type { IncomingHttpHeaders } from 'node:http'
import { headersIn, isSameOrigin } from './same-origin'

const READS = ['GET', 'HEAD', 'OPTIONS']
const WRITES = ['POST', 'PUT']
/** The longest form of ours, in bytes, and the longest with a list of students, which may be two files. */
const LONGEST = 1_048_576
const LONGEST_LIST = 3 * LONGEST
const LIST = /^\/classes\/[^/]+\/people\/import(?:\?|$)/
/**
 * The longest address and the most fields of a query that any page of ours makes, with room to
 * spare. Next reads a query in time that grows with the square of its fields: thousands of them
 * would keep everybody waiting.
 */
const LONGEST_ADDRESS = 4096
const MOST_FIELDS = 64

const decodes = (text: string): boolean => {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

export interface Asked {
  method?: string | undefined
  url?: string | undefined
  headers: IncomingHttpHeaders
}

/**
 * The status with which a request is refused before Next sees it, which would answer 500: an address
 * that is not UTF-8 or holds a NUL (400), one that is longer than any of ours or has more fields
 * (414), a method that nothing here knows (405), a form of another site (403), a form that does not say
 * how long it is (411) or is too long (413): browsers say it of every form. What is read by a handler
 * of ours is bounded there. Null for every other. Routes and actions guard themselves all the same.
 */
export function refusedStatus({ method = 'GET', url = '/', headers }: Asked): number | null {
  if (url.length > LONGEST_ADDRESS || url.split(/[&;]/).length > MOST_FIELDS) return 414
  if (!decodes(url.replace(/\?.*$/s, '')) || /%00/.test(url)) return 400
  if (READS.includes(method)) return null
  if (!WRITES.includes(method)) return 405
  if (!url.startsWith('/api/') && !isSameOrigin(headersIn(headers))) return 403
  if (!url.startsWith('/api/') && headers['transfer-encoding'] !== undefined) return 411
  const longest = LIST.test(url) ? LONGEST_LIST : LONGEST
  return Number(headers['content-length'] ?? 0) > longest ? 413 : null
}
