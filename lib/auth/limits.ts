import 'server-only'
import { headers } from 'next/headers'
import { clearTries, countTry } from '@/lib/data/throttle'
import { env } from '@/lib/env'
import { pseudonym } from './token'

const QUARTER = 15 * 60
const HOUR = 60 * 60

/** The client's address; behind a proxy that is trusted, the last address that it vouches for. */
async function clientAddress(): Promise<string> {
  const forwarded = (await headers()).get('x-forwarded-for')
  if (!env().trustProxy || !forwarded) return 'direct'
  return forwarded.split(',').at(-1)?.trim() || 'direct'
}

const keyOf = (...parts: string[]) => pseudonym(env().nextAuthSecret, ...parts)

/**
 * Whether one more guess at this account's password may be checked. Counted for the account from this
 * address (10 in a quarter of an hour) and for the address (100). Guesses from elsewhere can never
 * lock the owner out: when an account is under attack from many addresses, each new address still
 * has three tries.
 */
export async function maySignIn(identifier: string, now: Date): Promise<boolean> {
  const address = await clientAddress()
  const [here, address_, everywhere] = await Promise.all([
    countTry(keyOf('sign-in', identifier, address), QUARTER, now),
    countTry(keyOf('sign-in', address), QUARTER, now),
    countTry(keyOf('sign-in', identifier, 'everywhere'), HOUR, now),
  ])
  return here <= (everywhere > 100 ? 3 : 10) && address_ <= (address === 'direct' ? 1_000 : 100)
}

export async function signInWorked(identifier: string): Promise<void> {
  await clearTries(keyOf('sign-in', identifier, await clientAddress()))
}

const LIMITS = {
  'sign-up': { count: 60, seconds: HOUR },
  guest: { count: 300, seconds: HOUR },
  join: { count: 60, seconds: QUARTER },
} as const

/** Whether this address may do this once more. Generous: a whole school may share one address. */
export async function mayTry(what: keyof typeof LIMITS, now: Date): Promise<boolean> {
  const { count, seconds } = LIMITS[what]
  const address = await clientAddress()
  const tries = await countTry(keyOf(what, address), seconds, now)
  return tries <= (address === 'direct' ? count * 10 : count)
}
