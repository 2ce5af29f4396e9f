import { launch, prepare } from './launch.mjs'

launch(async () => {
  await prepare({ development: false })
  const { migration } = await import('./migration/command.ts')
  return migration(process.argv.slice(2))
})
