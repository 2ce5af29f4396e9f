import { afterEach, expect, it, vi } from 'vitest'
import { hashFirstPasswords } from '@/lib/auth/first-password'
import { hashPassword } from '@/lib/auth/password'

vi.mock('@/lib/auth/password', () => ({ hashPassword: vi.fn() }))
afterEach(() => vi.resetAllMocks())

const hashing = vi.mocked(hashPassword)
/** Hashes take a moment, and it is counted how many are under way. */
function counted() {
  const seen = { now: 0, most: 0, order: [] as string[] }
  hashing.mockImplementation(async (password) => {
    seen.now++
    seen.most = Math.max(seen.most, seen.now)
    seen.order.push(password)
    await new Promise<void>((resolve) => setImmediate(resolve))
    seen.now--
    return { ok: true, value: `hash of ${password}` }
  })
  return seen
}

it('hashes lists one after the other, and each in its order', async () => {
  const seen = counted()
  const lists = [['a1', 'a2', 'a3'], ['b1'], ['c1', 'c2']]
  const hashes = await Promise.all(lists.map(hashFirstPasswords))
  expect(hashes).toEqual(lists.map((list) => list.map((each) => `hash of ${each}`)))
  expect(seen.most).toBe(1)
  expect(seen.order).toEqual(lists.flat())
})

it('lets eight lists wait and no more, and others again when these are done', async () => {
  counted()
  const lists = Array.from({ length: 9 }, (_, at) => [`p${at}`])
  const hashes = await Promise.all(lists.map(hashFirstPasswords))
  expect(hashes.map((each) => each === null)).toEqual([...Array(8).fill(false), true])
  expect(await hashFirstPasswords(['again'])).toEqual(['hash of again'])
})

it('gives null for a list of which one could not be hashed, and goes on with the next', async () => {
  counted()
  hashing.mockResolvedValueOnce({ ok: false, rejection: 'busy' })
  const broken = hashFirstPasswords(['x1', 'x2'])
  const next = hashFirstPasswords(['y1'])
  expect(await broken).toBeNull()
  expect(await next).toEqual(['hash of y1'])
  hashing.mockRejectedValueOnce(new Error('no processor'))
  const thrown = hashFirstPasswords(['z1'])
  const after = hashFirstPasswords(['w1'])
  await expect(thrown).rejects.toThrow('no processor')
  expect(await after).toEqual(['hash of w1'])
})
