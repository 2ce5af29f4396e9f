import { execFileSync } from 'node:child_process'
import { databaseAddress } from '@/tests/support/served'
import type { World } from './world'

/** Makes a world of its own in the database of the server that is tested. */
export function makeWorld(): World {
  const script = ['--import', 'tsx', '--conditions=react-server']
  const made = execFileSync(process.execPath, [...script, 'tests/support/rights/make-world.ts'], {
    env: {
      ...process.env,
      DATABASE_URL: databaseAddress(),
      NEXTAUTH_SECRET: 'only-for-making-a-world-in-browser-tests',
      NEXTAUTH_URL: 'http://localhost',
    },
  })
  return JSON.parse(made.toString('utf8'))
}
