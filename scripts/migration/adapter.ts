import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { parseIntoClientConfig } from 'pg-connection-string'

const CHAR = 18
const TEXT = 25

/**
 * The catalogue type "char" is unknown to Prisma's adapter. Its columns are read as text, and
 * remembered for each answer, because the engine wants to see them as characters.
 */
class CatalogPool extends pg.Pool {
  readonly charColumns = new WeakMap<object, number[]>()

  override query = (async (...words: unknown[]) => {
    const answer: pg.QueryArrayResult = await Reflect.apply(pg.Pool.prototype.query, this, words)
    const columns: number[] = []
    answer?.fields?.forEach((field, index) => {
      if (field.dataTypeID !== CHAR) return
      field.dataTypeID = TEXT
      columns.push(index)
    })
    if (columns.length > 0) this.charColumns.set(answer.rows, columns)
    return answer
  }) as pg.Pool['query']
}

async function open(config: pg.PoolConfig): Promise<SqlDriverAdapter> {
  const pool = new CatalogPool({ ...config, max: 2 })
  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect()
  // Prisma's own splits a script at every semicolon, inside of function bodies too.
  adapter.executeScript = async (script) => {
    await pool.query(script)
  }
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (query) => {
    const answer = await queryRaw(query)
    for (const column of pool.charColumns.get(answer.rows) ?? [])
      answer.columnTypes[column] = ColumnTypeEnum.Character
    return answer
  }
  return adapter
}

/**
 * Connects Prisma's schema engine to a database and, for comparing, to a shadow database of its
 * own that is dropped afterwards. Prisma's own would take the real database for the shadow.
 * @param url of a role that may create databases
 */
export function migrationAdapter(url: string): SqlMigrationAwareDriverAdapterFactory {
  // Without connectionString, which would win over `database`.
  const config = parseIntoClientConfig(url)
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => open(config),
    connectToShadowDb: () => openShadow(config),
  }
}

async function openShadow(config: pg.PoolConfig): Promise<SqlDriverAdapter> {
  const database = `shadow_${randomUUID().replaceAll('-', '')}`
  const admin = await open(config)
  await admin.executeScript(`create database "${database}"`)
  const shadow = await open({ ...config, database })
  const close = shadow.dispose.bind(shadow)
  shadow.dispose = async () => {
    await close()
    await admin.executeScript(`drop database if exists "${database}" with (force)`)
    await admin.dispose()
  }
  return shadow
}
