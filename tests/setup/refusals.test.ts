import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'

function freshFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'rendezvous-start-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
const SECRET = 'a secret of more than thirty-two characters'

/** Starts the application in that environment and gives how it ended. */
function start(variables: Record<string, string>) {
  // Set, though empty: what a person keeps in .env must not change the test.
  const empty = { DATABASE_URL: '', NEXTAUTH_SECRET: '', NEXTAUTH_URL: '' }
  const { NODE_ENV, PATH } = process.env
  const env = { NODE_ENV, PATH, ...empty, DATA_DIR: freshFolder(), ...variables }
  return new Promise<{ code: number | null; errors: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      ['scripts/start.mjs'],
      { env, timeout: 30_000 },
      (_error, _output, errors) => resolve({ code: child.exitCode, errors: errors.trim() }),
    )
  })
}

function listen(): Promise<{ port: number; close: () => void }> {
  const server = net.createServer()
  return new Promise((resolve) =>
    server.listen(0, () => {
      const address = server.address()
      const port = address && typeof address === 'object' ? address.port : 0
      resolve({ port, close: () => server.close() })
    }),
  )
}

/** A refusal is exit code 1 and one sentence: no stack, no second line. */
function expectSentence(end: { code: number | null; errors: string }, sentence: RegExp) {
  expect(end.errors).toMatch(sentence)
  expect(end.errors).not.toContain('\n')
  expect(end.code).toBe(1)
}

it.each(['abc', '0', '65536', '80.5', '-1'])('refuses %s as a port', async (PORT) => {
  expectSentence(await start({ PORT }), /^PORT is ".*", which is not a port/)
})

it('refuses a port that another program listens on', async () => {
  const { port, close } = await listen()
  expectSentence(await start({ PORT: String(port) }), /^Port \d+ is taken by another program/)
  close()
})

it('refuses a database of one’s own without NEXTAUTH_SECRET', async () => {
  const DATABASE_URL = 'postgresql://someone:secret@127.0.0.1:5432/learn'
  expectSentence(await start({ DATABASE_URL }), /NEXTAUTH_SECRET must be set/)
})

it('refuses a NEXTAUTH_SECRET that could be guessed', async () => {
  expectSentence(await start({ NEXTAUTH_SECRET: 'secret' }), /NEXTAUTH_SECRET is too short/)
})

it('refuses a database that nothing answers for, without naming its password', async () => {
  const { port, close } = await listen()
  close()
  const PORT = String(port === 65535 ? port - 1 : port + 1)
  const DATABASE_URL = `postgresql://someone:secret@127.0.0.1:${port}/learn`
  const end = await start({ PORT, DATABASE_URL, NEXTAUTH_SECRET: SECRET })
  expectSentence(end, /can't be reached at 127\.0\.0\.1:\d+ \(nothing listens there\)/)
  expect(end.errors).not.toContain('secret')
})

it('refuses an address that is not one of a Postgres', async () => {
  const end = await start({ DATABASE_URL: 'mysql://localhost/learn', NEXTAUTH_SECRET: SECRET })
  expectSentence(end, /^DATABASE_URL is not the address of a Postgres database/)
})

it('refuses a data folder that is a file', async () => {
  const file = path.join(freshFolder(), 'data')
  writeFileSync(file, '')
  chmodSync(file, 0o600)
  expectSentence(await start({ DATA_DIR: file }), /^The data folder .* can't be used/)
})
