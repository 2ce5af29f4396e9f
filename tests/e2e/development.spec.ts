import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@/tests/support/browser'

/** A port that nobody listens on at the moment. */
const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(),
      )
    })
  })

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })

test('the development server serves pages that work, under a policy that lets it work', async ({
  page,
}) => {
  test.setTimeout(120_000)
  const port = await freePort()
  const folder = mkdtempSync(path.join(tmpdir(), 'rendezvous-dev-'))
  const { NODE_ENV: _mode, DATABASE_URL: _database, ...rest } = process.env
  const child = spawn(process.execPath, ['scripts/dev.mjs'], {
    env: {
      ...rest,
      NODE_ENV: 'development',
      PORT: String(port),
      DATA_DIR: path.join(folder, 'data'),
    },
    stdio: 'ignore',
  })
  try {
    const base = `http://localhost:${port}`
    await expect(async () => {
      expect((await fetch(`${base}/api/health`)).status).toBe(200)
    }).toPass({ timeout: 60_000 })
    await page.goto(`${base}/courses/paris-13-january/quizzes/every-kind`)
    await page.getByRole('button', { name: 'Begin to practise' }).click()
    await page.waitForURL('**/attempts/**')
    await page.getByRole('radio').first().check()
    // The route that saves is compiled when it is asked first.
    const saved = page.getByRole('status').filter({ hasText: /^Saved \d/ })
    await expect(saved).toBeVisible({ timeout: 30_000 })
  } finally {
    // Else its socket to the server that goes away would be a complaint.
    await page.close()
    child.kill('SIGTERM')
    await ended(child)
    rmSync(folder, { recursive: true, force: true })
  }
})
