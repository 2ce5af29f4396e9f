import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a request comes from a page of ours. Browsers say so in `Sec-Fetch-Site`; where they do not
 * (plain http on a school's network), `Origin` has to name this host. A request with neither is
 * refused.
 */
export function isSameOrigin(from: Pick<Headers, 'get'>): boolean {
  const site = from.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = from.get('origin')
  if (origin === null || !URL.canParse(origin)) return false
  return new URL(origin).host === from.get('host')
}

/** The headers of a request that Next has not seen, to be asked like those of one that it has; of what came twice, none. */
export const headersIn = (from: IncomingHttpHeaders): Pick<Headers, 'get'> => ({
  get: (name) => {
    const value = from[name]
    return typeof value === 'string' ? value : null
  },
})
