import { fault } from '@/lib/log'
import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import type { Adapter } from 'next-auth/adapters'
import { deleteSession, findSessionUser } from '@/lib/data/sessions'
import { env } from '@/lib/env'
import { MAX_AGE, sessionCookie } from './cookie'
import { digest } from './token'

/** next-auth carries no field of ours, so what kind of viewer this is travels in the address's place. */
const standingOf = (user: { isGuest: boolean; mustChangePassword: boolean }): string =>
  user.isGuest ? 'guest' : user.mustChangePassword ? 'first-password' : ''

/** next-auth reads sessions through this; only a token's hash is ever stored or asked for. */
const adapter: Adapter = {
  async getSessionAndUser(sessionToken) {
    const row = await findSessionUser(digest(sessionToken), new Date())
    if (!row) return null
    const { userId, expires, name } = row
    return {
      session: { sessionToken, userId, expires },
      user: { id: userId, name, email: standingOf(row), emailVerified: null },
    }
  },
  async updateSession() {
    return null
  },
  async deleteSession(sessionToken) {
    await deleteSession(digest(sessionToken))
  },
}

/** Sign-in is our own action (see `session.ts`); next-auth reads and ends sessions. */
export function authOptions(): NextAuthOptions {
  return {
    adapter,
    providers: [],
    secret: env().nextAuthSecret,
    // Reading a session never writes: `updateAge` is as long as the session itself.
    session: { strategy: 'database', maxAge: MAX_AGE, updateAge: MAX_AGE },
    cookies: { sessionToken: sessionCookie() },
    useSecureCookies: env().secureCookies,
    pages: { signIn: '/sign-in', error: '/sign-in' },
    logger: {
      // next-auth would report a database that is away as "signed out".
      error(code, meta) {
        if (code === 'SESSION_ERROR') throw meta
        fault(`next-auth says ${code}`, meta)
      },
    },
    callbacks: {
      session: ({ session, user }) => ({
        ...session,
        user: {
          id: user.id,
          name: user.name ?? '',
          isGuest: user.email === 'guest',
          mustChangePassword: user.email === 'first-password',
        },
      }),
    },
  }
}
