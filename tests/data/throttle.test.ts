import { afterAll, expect, it } from 'vitest'
import { disconnect } from '@/lib/data/db'
import { clearTries, countTry, sweepThrottle } from '@/lib/data/throttle'
import { allRows } from '@/tests/support/rows'
import { statementsOf } from '@/tests/support/statements'
import { after, noon } from '@/tests/support/versions'

afterAll(disconnect)

it('counts the tries of a window, which its first try begins', async () => {
  expect(await countTry('window', 60, noon)).toBe(1)
  expect(await countTry('window', 60, after(30_000))).toBe(2)
  expect(await countTry('window', 60, after(59_999))).toBe(3)
})

it('begins anew when the window has ended', async () => {
  for (const at of [0, 10, 20]) await countTry('anew', 60, after(at))
  expect(await countTry('anew', 60, after(60_000))).toBe(1)
  expect(await countTry('anew', 60, after(119_999))).toBe(2)
  expect(await countTry('anew', 60, after(120_000))).toBe(1)
})

it('keeps keys apart', async () => {
  await countTry('one', 60, noon)
  expect(await countTry('other', 60, noon)).toBe(1)
})

it('counts every one of a hundred tries at once, each with a number of its own', async () => {
  const counts = await Promise.all(Array.from({ length: 100 }, () => countTry('crowd', 60, noon)))
  expect(counts.sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1))
})

it('lets one begin the window and counts all when it ends under a crowd', async () => {
  await countTry('edge', 60, noon)
  const counts = await Promise.all(
    Array.from({ length: 40 }, () => countTry('edge', 60, after(60_000))),
  )
  expect(counts.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1))
})

it('costs one statement a try', async () => {
  const { sent } = await statementsOf(() => countTry('cost', 60, noon))
  expect(sent).toHaveLength(1)
})

it('forgets the tries of a key, and of no other, after a success', async () => {
  for (const key of ['worked', 'failed']) await countTry(key, 60, noon)
  await clearTries('worked')
  expect(await countTry('worked', 60, noon)).toBe(1)
  expect(await countTry('failed', 60, noon)).toBe(2)
})

it('sweeps windows that have ended and leaves those that run', async () => {
  await countTry('ended', 1, noon)
  await countTry('running', 60, noon)
  await sweepThrottle(after(1_000))
  const kept = (await allRows()).filter((row) => /ended|running/.test(row))
  expect(kept).toHaveLength(1)
  expect(kept[0]).toContain('running')
})
