import { launch, readTypeScript } from './launch.mjs'

// What the browser tests are run against: the production build on an empty database of its own.
launch(async () => {
  await readTypeScript()
  const { serveTests } = await import('./test/server.ts')
  return serveTests(Number(process.env.E2E_PORT))
})
