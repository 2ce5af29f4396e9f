import 'server-only'
import { redirect } from 'next/navigation'
import { connection } from 'next/server'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import type { Viewer } from '@/lib/domain/viewer'
import { authOptions } from './options'

/** Who asks, or null; one statement a request, however often it is called. */
export const findViewer = cache(async (): Promise<Viewer | null> => {
  // Who asks is known at a request only: no page that asks is ever made at the build.
  await connection()
  const session = await getServerSession(authOptions())
  // The session callback in `options.ts` has put exactly a viewer's fields here.
  return session?.user ? (session.user as unknown as Viewer) : null
})

/** Who asks; a browser without a session is sent to sign in and comes back to `next`. */
export async function requireViewer(next: string): Promise<Viewer> {
  return (await findViewer()) ?? redirect(`/sign-in?next=${encodeURIComponent(next)}`)
}

/**
 * Who asks, as somebody with an account; guests are sent to sign in too, and whose password somebody
 * else has made to choose one of their own.
 */
export async function requireMember(next: string): Promise<Viewer> {
  const viewer = await findViewer()
  if (!viewer || viewer.isGuest) redirect(`/sign-in?next=${encodeURIComponent(next)}`)
  if (viewer.mustChangePassword) redirect(`/account?next=${encodeURIComponent(next)}`)
  return viewer
}
