import { launch, prepare } from './launch.mjs'
import { loadEnvFiles, readSettings } from './start/settings.mjs'

// npm run backup -- [FILE] writes a backup, npm run restore -- FILE puts one into an empty database.
launch(async () => {
  loadEnvFiles()
  const settings = readSettings(process.env)
  await prepare({ development: false })
  const { backup, restore } = await import('./backup/command.ts')
  const [task, ...words] = process.argv.slice(2)
  return task === 'restore' ? restore(settings, words) : backup(settings, words, new Date())
})
