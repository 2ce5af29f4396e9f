import pg from 'pg'

/**
 * Lets a share of all transactions that write fail at their commit with a serialization failure, as a
 * busy or a distributed Postgres would: whoever writes has to begin anew. For `npm run faults`.
 *
 * @param percent of the transactions that write
 */
export async function plantFailures(url: string, percent: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`
      create function fail_at_commit() returns trigger language plpgsql as $$
      begin
        -- Once for each transaction, whatever it writes.
        if coalesce(current_setting('planted.decided', true), '') = '' then
          perform set_config('planted.decided', 'yes', true);
        else
          return null;
        end if;
        if random() * 100 < ${percent} then
          raise exception 'planted' using errcode = '40001';
        end if;
        return null;
      end $$`)
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace
       and relkind = 'r' and relname <> '_prisma_migrations'`,
    )
    for (const { name } of rows)
      await client.query(`
        create constraint trigger planted after insert or update or delete on "${name}"
        deferrable initially deferred for each row execute function fail_at_commit()`)
  } finally {
    await client.end()
  }
}
