import { launch, prepare } from './launch.mjs'

// npm run bench: what is claimed of speed, measured beside its peers in the same run.
launch(async () => {
  await prepare({ development: false })
  const { bench } = await import('./bench/command.ts')
  return bench(process.argv.slice(2), new Date())
})
