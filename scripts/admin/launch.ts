import { run } from '@/scripts/start/child.mjs'
import { generateClient } from '@/scripts/start/client'
import { reachDatabase } from '@/scripts/start/reach-database'
import type { Settings } from '@/scripts/start/settings.mjs'

/** Reaches the database of this installation and does there what the words say; gives the exit code. */
export async function admin(settings: Settings, words: string[]): Promise<number> {
  await generateClient()
  const { url, nextAuthSecret } = await reachDatabase(settings)
  const typescript = ['--import', 'tsx', '--conditions=react-server']
  const { code } = await run(process.execPath, [...typescript, 'scripts/admin.ts', ...words], {
    shown: true,
    env: {
      ...process.env,
      DATABASE_URL: url,
      NEXTAUTH_SECRET: nextAuthSecret,
      NEXTAUTH_URL: settings.nextAuthUrl,
    },
  })
  return code
}
