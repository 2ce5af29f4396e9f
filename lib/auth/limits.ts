import 'server-only'
import { headers } from 'next/headers'
import { clearTries, countTry } from '@/lib/data/throttle'
import { env } from '@/lib/env'
import { knownBrowser, rememberBrowser } from './known-browser'
import { networkOf } from './network'
import { pseudonym } from './token'

const QUARTER = 15 * 60
const HOUR = 60 * 60

/**
 * The client's address, or its network. `server.ts` has put it there: from the socket, or from a
 * proxy that is trusted, whose last entry is the one that it vouches for.
 */
async function clientAddress(): Promise<string> {
  const forwarded = (await headers()).get('x-forwarded-for')
  return networkOf(forwarded?.split(',').at(-1)?.trim() || 'unknown')
}

const keyOf = (...parts: string[]) => pseudonym(env().nextAuthSecret, ...parts)

const browserKey = (identifier: string, browser: string) =>
  keyOf('sign-in', identifier, 'browser', browser)

/**
 * Whether one more guess at this account's password may be checked. Counted for the account from this
 * address (10 in a quarter of an hour) and for the address (600, since a school may share one).
 * Guesses from elsewhere can never lock the owner out: when an account is under attack from many
 * addresses, each new address still has three tries. Guesses from the owner's own address cannot
 * either where the owner's browser has signed in before: it has 10 tries of its own.
 */
export async function maySignIn(identifier: string, now: Date): Promise<boolean> {
  const browser = await knownBrowser(identifier)
  if (browser && (await countTry(browserKey(identifier, browser), QUARTER, now)) <= 10) return true
  const address = await clientAddress()
  // First, so that a flood from one address writes no rows for names that it makes up.
  if ((await countTry(keyOf('sign-in', address), QUARTER, now)) > 600) return false
  const [here, everywhere] = await Promise.all([
    countTry(keyOf('sign-in', identifier, address), QUARTER, now),
    countTry(keyOf('sign-in', identifier, 'everywhere'), HOUR, now),
  ])
  return here <= (everywhere > 100 ? 3 : 10)
}

/** After a success: forgets the account's tries from here, and lets this browser be known again. */
export async function signInWorked(identifier: string): Promise<void> {
  const browser = await knownBrowser(identifier)
  if (browser) return clearTries(browserKey(identifier, browser))
  await clearTries(keyOf('sign-in', identifier, await clientAddress()))
  await rememberBrowser(identifier)
}

const LIMITS = {
  'sign-up': { count: 300, seconds: HOUR },
  guest: { count: 600, seconds: HOUR },
  join: { count: 600, seconds: QUARTER },
  'new-class': { count: 30, seconds: QUARTER },
  'new-student': { count: 200, seconds: QUARTER },
  // Each is up to 500 passwords, one after the other: a quarter of a minute of one processor.
  'new-students': { count: 6, seconds: QUARTER },
  'roster-plan': { count: 60, seconds: QUARTER },
  // Each reads everything of somebody's.
  export: { count: 60, seconds: HOUR },
  'new-staff': { count: 30, seconds: QUARTER },
} as const

/**
 * Whether this address, or this account where its id is given, may do this once more. Generous: a
 * whole school may share one address.
 */
export async function mayTry(
  what: keyof typeof LIMITS,
  now: Date,
  account?: string,
): Promise<boolean> {
  const { count, seconds } = LIMITS[what]
  return (await countTry(keyOf(what, account ?? (await clientAddress())), seconds, now)) <= count
}
