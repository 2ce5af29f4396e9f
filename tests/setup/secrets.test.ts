import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { keepSecrets } from '@/scripts/start/secrets'

function freshFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'rendezvous-secrets-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

it('makes the secrets once and keeps them readable by their owner only', () => {
  const folder = freshFolder()
  const made = keepSecrets(folder)
  expect(statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
  expect(keepSecrets(folder)).toEqual(made)
})

it('makes other secrets for every installation', () => {
  const one = keepSecrets(freshFolder())
  const other = keepSecrets(freshFolder())
  for (const name of Object.keys(one) as (keyof typeof one)[])
    expect(one[name]).not.toBe(other[name])
})

it('gives the demo accounts a password that a person can copy by hand', () => {
  expect(keepSecrets(freshFolder()).demoPassword).toMatch(
    /^([a-hjkmnp-z2-9]{4}-){2}[a-hjkmnp-z2-9]{4}$/,
  )
})

it('refuses secrets that it cannot read and leaves them as they are', () => {
  const folder = freshFolder()
  const file = path.join(folder, 'secrets.json')
  writeFileSync(file, '{ "nextAuthSecret": ')
  expect(() => keepSecrets(folder)).toThrow(/cannot be read as the secrets/)
  expect(readFileSync(file, 'utf8')).toBe('{ "nextAuthSecret": ')
})

it('does not make new secrets beside a database that only the old ones open', () => {
  const folder = freshFolder()
  mkdirSync(path.join(folder, 'postgres'))
  chmodSync(folder, 0o700)
  expect(() => keepSecrets(folder)).toThrow(/is missing, and without it the database/)
})
