import { env } from '@/lib/env'

export const MAX_AGE = 30 * 24 * 60 * 60

/** The one name of the session cookie; `__Host-` where the site is served over https. */
export function sessionCookie() {
  const secure = env().secureCookies
  return {
    name: secure ? '__Host-next-auth.session-token' : 'next-auth.session-token',
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure },
  }
}
