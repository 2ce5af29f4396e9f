import { launch, readTypeScript } from './launch.mjs'

// Part of an install, so it must not begin one itself.
launch(async () => {
  await readTypeScript()
  const { generateClient } = await import('./start/client.ts')
  await generateClient()
  return 0
})
