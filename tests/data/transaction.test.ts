import { afterAll, beforeEach, expect, it } from 'vitest'
import { sqlState } from '@/lib/data/again'
import { db, disconnect } from '@/lib/data/db'
import { countTry } from '@/lib/data/throttle'
import { inTransaction, type Transaction } from '@/lib/data/transaction'
import { newMember } from '@/tests/support/people'
import { allRows, rowsChangedBy } from '@/tests/support/rows'
import { the } from '@/tests/support/the'
import { noon } from '@/tests/support/versions'

afterAll(disconnect)

beforeEach(async () => {
  await db().throttle.deleteMany()
  for (const key of ['a', 'b']) await countTry(key, 60, noon)
})
const countOf = async (key: string) =>
  (await db().throttle.findUniqueOrThrow({ where: { key } })).count

/** A door that opens when so many stand before it; who comes later finds it open. */
function door(size: number) {
  let waiting = 0
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return () => {
    if (++waiting === size) open()
    return opened
  }
}

/** Adds up both counts and writes the sum to one of them: two of these at once cannot be put in order. */
function addUp(target: 'a' | 'b', together: () => Promise<void>, write: 'raw' | 'model') {
  let runs = 0
  const work = async (transaction: Transaction) => {
    runs++
    await transaction.$executeRaw`set transaction isolation level serializable`
    const rows = await transaction.throttle.findMany()
    const count = rows.reduce((total, row) => total + row.count, 0)
    await together()
    if (write === 'raw')
      await transaction.$executeRaw`update "Throttle" set count = ${count} where key = ${target}`
    else await transaction.throttle.update({ where: { key: target }, data: { count } })
  }
  return inTransaction(work).then(() => runs)
}

it.each(['raw', 'model'] as const)(
  'repeats what Postgres could not put in order, and it succeeds (%s)',
  async (write) => {
    const together = door(2)
    const runs = await Promise.all([addUp('a', together, write), addUp('b', together, write)])
    expect(runs.sort()).toEqual([1, 2])
    // One after the other in either order: 2 = 1 + 1, then 3 = 1 + 2.
    expect([await countOf('a'), await countOf('b')].sort()).toEqual([2, 3])
  },
)

it.each(['raw', 'model'] as const)('repeats the one that a deadlock ended (%s)', async (write) => {
  const together = door(2)
  let runs = 0
  const add = async (transaction: Transaction, key: string) => {
    if (write === 'raw')
      await transaction.$executeRaw`update "Throttle" set count = count + 1 where key = ${key}`
    else await transaction.throttle.update({ where: { key }, data: { count: { increment: 1 } } })
  }
  const cross = (first: string, second: string) =>
    inTransaction(async (transaction) => {
      runs++
      await add(transaction, first)
      await together()
      await add(transaction, second)
    })
  await Promise.all([cross('a', 'b'), cross('b', 'a')])
  expect(runs).toBe(3)
  expect([await countOf('a'), await countOf('b')]).toEqual([3, 3])
})

const raise = (transaction: Transaction, state: string) =>
  transaction.$executeRawUnsafe(`do $$ begin raise exception using errcode = '${state}'; end $$`)

it.each(['40001', '40P01'])('gives up after five times when %s never ends', async (state) => {
  let runs = 0
  const failing = inTransaction(async (transaction) => {
    runs++
    await raise(transaction, state)
  })
  expect(sqlState(await failing.catch((error) => error))).toBe(state)
  expect(runs).toBe(5)
})

it.each(['23505', '22012', '57014', 'P0001'])('does not repeat %s', async (state) => {
  let runs = 0
  const failing = inTransaction(async (transaction) => {
    runs++
    await raise(transaction, state)
  })
  expect(sqlState(await failing.catch((error) => error))).toBe(state)
  expect(runs).toBe(1)
})

it('does not repeat what the work itself throws, and leaves nothing of it behind', async () => {
  let runs = 0
  const changed = await rowsChangedBy(async () => {
    const failing = inTransaction(async (transaction) => {
      runs++
      await transaction.user.create({ data: { name: 'Half' } })
      throw new Error('a mistake of ours')
    })
    await expect(failing).rejects.toThrow('a mistake of ours')
  })
  expect([runs, changed]).toEqual([1, []])
})

it('leaves nothing of the repeated run behind', async () => {
  let runs = 0
  await inTransaction(async (transaction) => {
    await transaction.user.create({ data: { name: `run ${++runs}` } })
    if (runs < 3) await raise(transaction, '40001')
  })
  const rows = (await allRows()).filter((row) => row.includes('run '))
  expect(rows).toHaveLength(1)
  expect(rows[0]).toContain('run 3')
})

it('knows a taken name by its state, from a model and from plain SQL', async () => {
  const { id } = await newMember()
  const user = await db().user.findUniqueOrThrow({ where: { id } })
  const email = the(user.email)
  const model = db().user.create({ data: { name: 'Another', email } })
  expect(sqlState(await model.catch((error) => error))).toBe('23505')
  const plain = db().$executeRaw`
    insert into "User" (id, name, email) select gen_random_uuid(), name, email from "User" where email = ${email}`
  expect(sqlState(await plain.catch((error) => error))).toBe('23505')
  expect(sqlState(new Error('no error of the database'))).toBeNull()
  expect(sqlState(null)).toBeNull()
})
