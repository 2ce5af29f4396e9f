import { refuseOldNode } from './start/node-version.mjs'

// Nothing else is loaded before this check: the rest uses syntax that old versions cannot read.
const refusal = refuseOldNode(process.versions.node)
if (refusal) {
  console.error(refusal)
  process.exitCode = 1
} else {
  import('./launch.mjs').then(({ launch, serveApplication }) =>
    launch(() => serveApplication('dev')),
  )
}
