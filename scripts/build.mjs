import { launch, prepare } from './launch.mjs'
import { loadEnvFiles, readSettings } from './start/settings.mjs'

// Builds as `npm start` does, which then finds it built: for images, and to have it ready before.
launch(async () => {
  loadEnvFiles()
  const { nextAuthUrl } = readSettings(process.env)
  await prepare({ development: false })
  const { generateClient } = await import('./start/client.ts')
  const { build, isBuilt } = await import('./start/build.ts')
  await generateClient()
  if (!isBuilt(nextAuthUrl)) await build(nextAuthUrl)
  return 0
})
