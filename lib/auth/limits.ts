import 'server-only'
import { headers } from 'next/headers'
import { clearTries, countTry } from '@/lib/data/throttle'
import { env } from '@/lib/env'
import { pseudonym } from './token'

const QUARTER = 15 * 60
const HOUR = 60 * 60

/**
 * The client's address. `server.ts` has put it there: from the socket, or from a proxy that is
 * trusted, whose last entry is the one that it vouches for.
 */
async function clientAddress(): Promise<string> {
  const forwarded = (await headers()).get('x-forwarded-for')
  return forwarded?.split(',').at(-1)?.trim() || 'unknown'
}

const keyOf = (...parts: string[]) => pseudonym(env().nextAuthSecret, ...parts)

/**
 * Whether one more guess at this account's password may be checked. Counted for the account from this
 * address (10 in a quarter of an hour) and for the address (600, since a school may share one). Guesses from elsewhere can never
 * lock the owner out: when an account is under attack from many addresses, each new address still
 * has three tries.
 */
export async function maySignIn(identifier: string, now: Date): Promise<boolean> {
  const address = await clientAddress()
  const [here, fromAddress, everywhere] = await Promise.all([
    countTry(keyOf('sign-in', identifier, address), QUARTER, now),
    countTry(keyOf('sign-in', address), QUARTER, now),
    countTry(keyOf('sign-in', identifier, 'everywhere'), HOUR, now),
  ])
  return here <= (everywhere > 100 ? 3 : 10) && fromAddress <= 600
}

export async function signInWorked(identifier: string): Promise<void> {
  await clearTries(keyOf('sign-in', identifier, await clientAddress()))
}

const LIMITS = {
  'sign-up': { count: 300, seconds: HOUR },
  guest: { count: 600, seconds: HOUR },
  join: { count: 600, seconds: QUARTER },
} as const

/** Whether this address may do this once more. Generous: a whole school may share one address. */
export async function mayTry(what: keyof typeof LIMITS, now: Date): Promise<boolean> {
  const { count, seconds } = LIMITS[what]
  return (await countTry(keyOf(what, await clientAddress()), seconds, now)) <= count
}
