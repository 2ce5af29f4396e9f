import { expect, it } from 'vitest'
import { parseEnv } from '@/lib/env'

const complete = {
  DATABASE_URL: 'postgresql://rendezvous:secret@127.0.0.1:5432/rendezvous',
  NEXTAUTH_SECRET: 'a secret of more than thirty-two characters',
  NEXTAUTH_URL: 'http://localhost:3000',
}

it('marks cookies as secure exactly when browsers come by https', () => {
  expect(parseEnv(complete).secureCookies).toBe(false)
  const https = { ...complete, NEXTAUTH_URL: 'https://learn.example.org' }
  expect(parseEnv(https).secureCookies).toBe(true)
})

it('trusts x-forwarded-for only where it is told to', () => {
  expect(parseEnv(complete).trustProxy).toBe(false)
  expect(parseEnv({ ...complete, TRUST_PROXY: '1' }).trustProxy).toBe(true)
})

it('has no demo accounts unless it is told so', () => {
  expect(parseEnv(complete).demo).toBe(false)
  expect(parseEnv({ ...complete, RENDEZVOUS_DEMO: '1' }).demo).toBe(true)
})

it.each(['DATABASE_URL', 'NEXTAUTH_SECRET', 'NEXTAUTH_URL'])('asks for %s by name', (name) => {
  expect(() => parseEnv({ ...complete, [name]: undefined })).toThrow(name)
})

it('names every variable that is missing at once', () => {
  expect(() => parseEnv({})).toThrow(/DATABASE_URL.*NEXTAUTH_SECRET.*NEXTAUTH_URL/)
})
