import { launch, prepare } from './launch.mjs'
import { loadEnvFiles, readSettings } from './start/settings.mjs'

// npm run admin -- COMMAND: what whoever runs an instance does from its machine; see docs/deploy.md.
launch(async () => {
  loadEnvFiles()
  const settings = readSettings(process.env)
  await prepare({ development: false })
  const { admin } = await import('./admin/launch.ts')
  return admin(settings, process.argv.slice(2))
})
