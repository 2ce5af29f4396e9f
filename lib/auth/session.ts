import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { deleteSession, recordSession } from '@/lib/data/sessions'
import { createGuest } from '@/lib/data/users'
import type { Viewer } from '@/lib/domain/viewer'
import { deviceName } from './device'
import { mayTry } from './limits'
import { MAX_AGE, sessionCookie } from './options'
import { digest, newToken } from './token'
import { findViewer } from './viewer'

/** The hash of the session token that came with this request, or null. */
export async function currentTokenHash(): Promise<Uint8Array<ArrayBuffer> | null> {
  const token = (await cookies()).get(sessionCookie().name)?.value
  return token ? digest(token) : null
}

/** Signs a user in on this browser: a new token at every sign-in, the old session ends. */
export async function startSession(userId: string, now: Date): Promise<void> {
  const token = newToken()
  const expires = new Date(now.getTime() + MAX_AGE * 1000)
  const device = deviceName((await headers()).get('user-agent') ?? '')
  await recordSession(
    { tokenHash: digest(token), userId, device, expires },
    await currentTokenHash(),
  )
  const { name, options } = sessionCookie()
  const jar = await cookies()
  jar.set(name, token, { ...options, expires })
}

/** Signs out on this browser. */
export async function endSession(): Promise<void> {
  const hash = await currentTokenHash()
  if (hash) await deleteSession(hash)
  const { name, options } = sessionCookie()
  const jar = await cookies()
  jar.set(name, '', { ...options, maxAge: 0 })
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
