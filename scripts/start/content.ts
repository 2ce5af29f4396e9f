import { run } from '@/scripts/start/child.mjs'
import { Refusal } from '@/scripts/start/refusal.mjs'

const TYPESCRIPT = ['--import', 'tsx', '--conditions=react-server']

/**
 * Publishes the course files into the migrated database; what is published already stays.
 * Gives the line that the publisher prints. Throws a Refusal when the content has mistakes.
 */
export async function publishContent(env: NodeJS.ProcessEnv): Promise<string> {
  const { code, output } = await run(process.execPath, [...TYPESCRIPT, 'scripts/publish.ts'], {
    env,
  })
  if (code === 0) return output.trim()
  console.error(output.trimEnd())
  throw new Refusal("The content can't be published: the reason stands above.")
}

/** Makes the demo accounts, with the password in DEMO_PASSWORD. Throws a Refusal on failure. */
export async function seedDemo(env: NodeJS.ProcessEnv): Promise<void> {
  const { code, output } = await run(process.execPath, [...TYPESCRIPT, 'prisma/seed.ts'], { env })
  if (code === 0) return
  console.error(output.trimEnd())
  throw new Refusal("The demo accounts can't be made: the reason stands above.")
}
