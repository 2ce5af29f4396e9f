import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { run } from '@/scripts/start/child.mjs'
import { progress } from '@/scripts/start/progress.mjs'
import { Refusal } from '@/scripts/start/refusal.mjs'

const CLIENT = 'lib/data/generated'
const MARK = 'node_modules/.cache/rendezvous/prisma-client'

/** Generates the Prisma client unless it is there for this very schema and version of Prisma. */
export async function generateClient(): Promise<void> {
  const wanted = fingerprint()
  const present = existsSync(`${CLIENT}/client.ts`) && existsSync(MARK)
  if (present && readFileSync(MARK, 'utf8') === wanted) return
  await progress('Prisma client', 'generating from the schema', async () => {
    const env = { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }
    const words = ['node_modules/prisma/build/index.js', 'generate']
    const { code, output } = await run(process.execPath, words, { env })
    if (code === 0) return
    console.error(output.trimEnd())
    throw new Refusal("The Prisma client can't be generated: Prisma says why above.")
  })
  mkdirSync('node_modules/.cache/rendezvous', { recursive: true })
  writeFileSync(MARK, wanted)
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of ['prisma/schema.prisma', 'node_modules/prisma/package.json'])
    hash.update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}
