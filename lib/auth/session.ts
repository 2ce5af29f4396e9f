import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { deleteSession, type NewSession, recordSession, recordSignIn } from '@/lib/data/sessions'
import { createGuest } from '@/lib/data/users'
import type { Viewer } from '@/lib/domain/viewer'
import { MAX_AGE, sessionCookie } from './cookie'
import { deviceName } from './device'
import { mayTry } from './limits'
import { digest, newToken } from './token'
import { findViewer } from './viewer'

/** The hash of the session token that came with this request, or null. */
export async function currentTokenHash(): Promise<Uint8Array<ArrayBuffer> | null> {
  const token = (await cookies()).get(sessionCookie().name)?.value
  return token ? digest(token) : null
}

/** A new token for this browser, and its session. */
async function newSession(userId: string, now: Date): Promise<{ token: string } & NewSession> {
  const token = newToken()
  const expires = new Date(now.getTime() + MAX_AGE * 1000)
  const device = deviceName((await headers()).get('user-agent') ?? '')
  return { token, tokenHash: digest(token), userId, device, expires }
}

async function keepToken(token: string, expires: Date): Promise<void> {
  const { name, options } = sessionCookie()
  const jar = await cookies()
  jar.set(name, token, { ...options, expires })
}

/** Signs a new user in on this browser: a new token at every sign-in, the old session ends. */
export async function startSession(userId: string, now: Date): Promise<void> {
  const { token, ...session } = await newSession(userId, now)
  await recordSession(session, await currentTokenHash())
  await keepToken(token, session.expires)
}

/** The same for whose password was right; false where it has been changed meanwhile. */
export async function startSignedIn(
  userId: string,
  passwordHash: string,
  now: Date,
): Promise<boolean> {
  const { token, ...session } = await newSession(userId, now)
  if (!(await recordSignIn(session, passwordHash, await currentTokenHash()))) return false
  await keepToken(token, session.expires)
  return true
}

/** Signs out on this browser. */
export async function endSession(): Promise<void> {
  const hash = await currentTokenHash()
  if (hash) await deleteSession(hash)
  const { name, options } = sessionCookie()
  const jar = await cookies()
  jar.set(name, '', { ...options, maxAge: 0 })
}

/** Takes every cookie of ours from this browser, as when an account is gone. */
export async function forgetBrowser(): Promise<void> {
  const { options } = sessionCookie()
  const jar = await cookies()
  for (const { name } of jar.getAll()) jar.set(name, '', { ...options, maxAge: 0 })
}

/** Who asks, or a new guest with a session of their own: practice needs no account. */
export async function viewerOrGuest(guestName: string, now: Date): Promise<Viewer> {
  const viewer = await findViewer()
  if (viewer) return viewer
  if (!(await mayTry('guest', now))) redirect('/sign-in')
  const id = await createGuest(guestName)
  await startSession(id, now)
  return { id, name: guestName, isGuest: true, mustChangePassword: false } as Viewer
}
