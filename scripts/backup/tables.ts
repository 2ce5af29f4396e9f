import type pg from 'pg'

/** A table as a backup writes it: its columns but those that Postgres works out itself. */
export interface Table {
  name: string
  columns: string[]
}

/** How many rows a table has and what they come to, whatever their order. */
export interface Sum {
  table: string
  rows: string
  sum: string
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
export const listed = (columns: readonly string[]): string => columns.map(quoted).join(', ')

/** All tables that a crash would leave as they are, by name; who is at which page is not worth keeping. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relpersistence = 'p'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`)
  return rows
}

/** How texts of values look: the same on every server that they are compared on. */
export const PLAIN = `set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres';
  set extra_float_digits = 1; set bytea_output = 'hex'`

/**
 * Counts a table's rows and adds up the first 64 bits of each one's MD5: the same for the same rows, on
 * any server, in constant memory. It finds damage; nobody is kept from forging it.
 */
export async function sumOf(client: pg.ClientBase, { name, columns }: Table): Promise<Sum> {
  const { rows } = await client.query<Omit<Sum, 'table'>>(`
    select count(*)::text as rows, coalesce(sum(
      ('x' || substr(md5(row(${listed(columns)})::text), 1, 16))::bit(64)::bigint::numeric), 0)::text as sum
    from ${quoted(name)}`)
  return { table: name, rows: rows[0]?.rows ?? '0', sum: rows[0]?.sum ?? '0' }
}

/** Counters and where they stand. */
export async function listCounters(
  client: pg.ClientBase,
): Promise<{ name: string; value: string }[]> {
  const { rows } = await client.query<{ name: string; value: string | null }>(`
    select sequencename as name, last_value::text as value from pg_sequences
    where schemaname = 'public' order by 1`)
  return rows.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]))
}
