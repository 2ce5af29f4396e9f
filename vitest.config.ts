import path from 'node:path'
import { defineConfig } from 'vitest/config'

const alias = {
  '@': import.meta.dirname,
  // Guards the bundle of the browser, which there is none of here.
  'server-only': path.join(import.meta.dirname, 'node_modules/server-only/empty.js'),
}

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/{unit,content,setup}/**/*.test.{ts,tsx}'],
          // The laws try hundreds of cases; a busy machine takes its time over them.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'data',
          include: ['tests/data/**/*.test.ts'],
          globalSetup: 'tests/support/cluster.ts',
          setupFiles: 'tests/support/database-of-file.ts',
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
