import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '@/lib/csp.mjs'

const NONCE = "'nonce-abc'"

describe('the content security policy', () => {
  it('of a build names each inline script and lets nothing else be evaluated or put inline', () => {
    const policy = contentSecurityPolicy([NONCE], 'production')
    expect(policy).toContain(`script-src 'self' ${NONCE};`)
    expect(policy).toContain("style-src 'self';")
    expect(policy).not.toContain('unsafe')
  })
  it('is that of a build wherever nobody says that this is development', () => {
    expect(contentSecurityPolicy([NONCE], undefined)).not.toContain('unsafe')
    expect(contentSecurityPolicy([NONCE], 'test')).toBe(
      contentSecurityPolicy([NONCE], 'production'),
    )
  })
  it('of the development server allows what React and hot reloading need', () => {
    const policy = contentSecurityPolicy([NONCE], 'development')
    expect(policy).toContain(`script-src 'self' ${NONCE} 'unsafe-eval'`)
    expect(policy).toContain("connect-src 'self' ws:")
  })
})
