import 'server-only'
import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { accept, type Outcome, refuse } from '@/lib/domain/outcome'

const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const AT_ONCE = 2
const WAITING = 40

let running = 0
const waiting: (() => void)[] = []

/**
 * Hashing is dear on purpose, so a flood of sign-ins must not take the processor from everybody
 * else: two at a time, forty in line, the rest is refused.
 */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Outcome<Result, 'busy'>> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING) return refuse('busy')
    await new Promise<void>((resolve) => waiting.push(resolve))
  }
  running++
  try {
    return accept(await work())
  } finally {
    running--
    waiting.shift()?.()
  }
}

/** The argon2id hash of a password, as it is stored; refused while too many wait. */
export const hashPassword = (password: string): Promise<Outcome<string, 'busy'>> =>
  inTurn(() => hash(password.normalize('NFKC'), PARAMETERS))

let nobody: Promise<string> | undefined

/**
 * Whether the password fits. Without an account (`null`) the same work is done for nothing, so that
 * the answer takes as long.
 */
export async function isPassword(
  stored: string | null,
  password: string,
): Promise<Outcome<boolean, 'busy'>> {
  nobody ??= hash(randomBytes(16).toString('hex'), PARAMETERS)
  const against = stored ?? (await nobody)
  return inTurn(async () => {
    const fits = await verify(against, password.normalize('NFKC')).catch(() => false)
    return fits && stored !== null
  })
}
