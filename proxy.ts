import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from '@/lib/csp.mjs'

/**
 * Gives the pages that are rendered per request their Content-Security-Policy, with a nonce.
 * Prerendered pages have theirs from the build; nothing is guarded here, pages guard themselves.
 */
export function proxy(request: NextRequest) {
  const csp = contentSecurityPolicy([`'nonce-${randomBytes(16).toString('base64')}'`])
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', csp)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', csp)
  return response
}

export const config = {
  matcher: [
    '/',
    '/sign-in',
    '/sign-up',
    '/account/:path*',
    '/join/:path*',
    '/progress/:path*',
    '/review/:path*',
    '/certificates/:path*',
    '/assignments/:path*',
    '/attempts/:path*',
    '/classes/:path*',
    '/courses/:course',
    '/courses/:course/certificate',
    '/courses/:course/glossary',
    '/courses/:course/search',
    '/courses/:course/quizzes/:path*',
  ],
}
