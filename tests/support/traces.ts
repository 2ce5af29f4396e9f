interface Column {
  table: string
  name: string
}

/** How a database is asked, with one value for each `$1`. */
type Ask = <Row extends object>(sql: string, values: unknown[]) => Promise<Row[]>

/** Every column of every table of the database, whatever it is of. */
const columnsOf = (ask: Ask) =>
  ask<Column>(
    `select c.table_name as "table", c.column_name as name
    from information_schema.columns c join information_schema.tables t
      on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
    order by 1, 2`,
    [],
  )

/** A text as it reads where bytes are written in hex. */
const inHex = (text: string) => Buffer.from(text).toString('hex')

/**
 * The tables in whose rows one of these texts stands, as text or inside bytes, in any letters; each
 * with the columns where.
 */
export async function tracesIn(
  ask: Ask,
  texts: readonly string[],
): Promise<Record<string, string[]>> {
  const patterns = texts.flatMap((text) => [text, inHex(text)]).map((text) => `%${text}%`)
  const found: Record<string, string[]> = {}
  for (const { table, name } of await columnsOf(ask)) {
    const rows = await ask<{ hit: boolean }>(
      `select exists (select from "${table}" t where t."${name}"::text ilike any ($1::text[])) as hit`,
      [patterns],
    )
    if (rows[0]?.hit) found[table] = [...(found[table] ?? []), name]
  }
  return found
}
