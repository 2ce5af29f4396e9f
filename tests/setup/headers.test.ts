import { afterEach, expect, it, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

async function valueAt(address: string, key: string): Promise<string | undefined> {
  vi.stubEnv('NEXTAUTH_URL', address)
  const { everyAnswer } = await import('@/lib/headers.mjs')
  return everyAnswer.find((header) => header.key === key)?.value
}

it('keeps browsers at https, subdomains too, where the site is reached by it, and only there', async () => {
  const key = 'Strict-Transport-Security'
  expect(await valueAt('https://school.example', key)).toBe('max-age=31536000; includeSubDomains')
  vi.resetModules()
  expect(await valueAt('http://192.168.1.5:3000', key)).toBeUndefined()
})

it('forbids framing and guessing of types by whatever address', async () => {
  expect(await valueAt('http://localhost', 'X-Frame-Options')).toBe('DENY')
  expect(await valueAt('http://localhost', 'X-Content-Type-Options')).toBe('nosniff')
})
