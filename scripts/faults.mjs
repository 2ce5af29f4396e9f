import { launch, prepare } from './launch.mjs'

// npm run faults: kills the application and its database under load and looks for what was lost.
launch(async () => {
  await prepare({ development: false })
  const { faults } = await import('./faults/command.ts')
  return faults(process.argv.slice(2), new Date())
})
