import { refuseOldNode } from './start/node-version.mjs'

// Nothing else is loaded before this check: the rest uses syntax that old versions cannot read.
const refusal = refuseOldNode(process.versions.node)
if (refusal) {
  console.error(refusal)
  process.exitCode = 1
} else {
  import('./launch.mjs').then(({ launch, prepare }) =>
    launch(async () => {
      await prepare({ development: true })
      const { runTests } = await import('./test/run.ts')
      return runTests(process.argv.slice(2))
    }),
  )
}
