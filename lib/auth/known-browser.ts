import 'server-only'
import { cookies } from 'next/headers'
import { env } from '@/lib/env'
import { sessionCookie } from './cookie'
import { newToken, pseudonym } from './token'

const HALF_A_YEAR = 180 * 24 * 60 * 60

const cookieName = () => (env().secureCookies ? '__Host-known-browser' : 'known-browser')
const sealOf = (nonce: string, identifier: string) =>
  pseudonym(env().nextAuthSecret, 'known-browser', nonce, identifier)

/**
 * What tells this browser from others where it has signed in to this very account before, or null.
 * The cookie names nobody and opens nothing: it only gives the owner tries that no neighbour can use
 * up (OWASP's "device cookies").
 */
export async function knownBrowser(identifier: string): Promise<string | null> {
  const [nonce = '', seal] = (await cookies()).get(cookieName())?.value.split('.') ?? []
  return seal === sealOf(nonce, identifier) ? nonce : null
}

/** Lets this browser be known again for this account; the last one that signed in is remembered. */
export async function rememberBrowser(identifier: string): Promise<void> {
  const nonce = newToken()
  const jar = await cookies()
  jar.set(cookieName(), `${nonce}.${sealOf(nonce, identifier)}`, {
    ...sessionCookie().options,
    maxAge: HALF_A_YEAR,
  })
}
