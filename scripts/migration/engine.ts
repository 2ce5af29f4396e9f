import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { migrationAdapter } from './adapter'
import { FOLDER, listMigrations } from './folder'

const SCHEMA = 'prisma/schema.prisma'
const DIFFERENT = 2

/**
 * The SQL that leads from the migrations to the schema, or null where they agree. Computed by
 * Prisma's schema engine compiled to WebAssembly: the native one would have to be downloaded.
 * @param url of a role that may create databases: the migrations are replayed in a fresh one
 */
export async function diffMigrations(url: string): Promise<string | null> {
  const content = readFileSync(SCHEMA, 'utf8')
  const engine = await openEngine(url, content)
  const answer = await engine.diff({
    from: { tag: 'migrations', ...migrationsList() },
    to: { tag: 'schemaDatamodel', files: [{ path: SCHEMA, content }] },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  })
  engine.free()
  return answer.exitCode === DIFFERENT ? answer.stdout : null
}

async function openEngine(url: string, schema: string) {
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message(message: string) {
        throw new Error(`The schema engine gave up: ${message}`)
      },
    },
  })
  const script = createRequire(import.meta.url).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  )
  const code = readFileSync(script.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(code, {
    './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
  })
  bindings.__wbg_set_wasm(instance.exports)
  ;(instance.exports as { __wbindgen_start: () => void }).__wbindgen_start()
  const adapter = bindMigrationAwareSqlAdapterFactory(migrationAdapter(url))
  return bindings.SchemaEngine.new({ datamodels: [[SCHEMA, schema]] }, () => {}, adapter)
}

function migrationsList() {
  return {
    baseDir: FOLDER,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: listMigrations().map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  }
}
