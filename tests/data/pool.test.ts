import { afterAll, expect, it } from 'vitest'
import { disconnect } from '@/lib/data/db'
import { closePools, pool, queryPrepared } from '@/lib/data/pool'
import { statementsOf } from '@/tests/support/statements'

afterAll(disconnect)

const TEXT = 'select $1::int + 1 as next'

it('a prepared statement that a pooler has lost is run all the same, and each later one as well', async () => {
  await closePools()
  expect(await queryPrepared(TEXT, [1])).toEqual([{ next: 2 }])
  // One connection is open; without its statement it is what a pooler may hand us.
  await pool().query('deallocate all')
  const lost = await statementsOf(() => queryPrepared(TEXT, [2]))
  expect([lost.result, lost.sent]).toEqual([[{ next: 3 }], [TEXT, TEXT]])
  const later = await statementsOf(() => queryPrepared(TEXT, [3]))
  expect([later.result, later.sent]).toEqual([[{ next: 4 }], [TEXT]])
})

it('other errors of a prepared statement are told as they are, and it is run once', async () => {
  const { sent } = await statementsOf(async () => {
    await expect(queryPrepared('select 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012' })
  })
  expect(sent).toHaveLength(1)
})
