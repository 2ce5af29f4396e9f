import { afterAll, afterEach, expect, it, vi } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { submitOverdue } from '@/lib/data/submissions'
import { submit } from '@/lib/domain/attempt'
import { fault } from '@/lib/log'
import { begin, newQuiz } from '@/tests/support/attempts'
import { newMember } from '@/tests/support/people'
import { after } from '@/tests/support/versions'

afterAll(disconnect)
vi.mock('@/lib/log', () => ({ fault: vi.fn() }))
afterEach(() => vi.clearAllMocks())

const MINUTE = 60_000

/** Attempts over at these minutes after noon, each of somebody else. */
const overAt = (...minutes: number[]) =>
  Promise.all(
    minutes.map(async (minute) => {
      const quiz = await newQuiz()
      const id = await begin(await newMember(), quiz)
      await db().attempt.update({ where: { id }, data: { deadline: after(minute * MINUTE) } })
      return id
    }),
  )
const isDone = async (id: string | undefined) =>
  (await db().attempt.findUniqueOrThrow({ where: { id: id ?? '' } })).submittedAt !== null

it('hands in the others where one attempt cannot be read, and asks for that one once an hour', async () => {
  const [broken, second, third] = await overAt(1, 2, 3)
  await db().$executeRaw`
    update "QuizVersion" set content = '{}'
    where id = (select "versionId" from "Attempt" where id = ${broken}::uuid)`
  const log = vi.mocked(fault)
  const tick = async (at: number) => {
    const now = after(at * MINUTE)
    let count = 0
    while (await submitOverdue(now, (attempt) => submit(attempt, now))) count++
    return count
  }
  expect(await tick(10)).toBe(3)
  expect(await Promise.all([broken, second, third].map(isDone))).toEqual([false, true, true])
  expect(log).toHaveBeenCalledTimes(1)
  expect(String(log.mock.calls[0]?.[0])).toContain(broken)

  expect(await tick(11)).toBe(0)
  expect(log).toHaveBeenCalledTimes(1)
  expect(await tick(80)).toBe(1)
  expect(log).toHaveBeenCalledTimes(2)
})

it('passes on what the database refuses, which concerns them all', async () => {
  const [open] = await overAt(1)
  const now = after(10 * MINUTE)
  const away = Object.assign(new Error('away'), { code: 'P2034' })
  const refused = submitOverdue(now, () => {
    throw away
  })
  await expect(refused).rejects.toBe(away)
  expect(await isDone(open)).toBe(false)
  expect(await submitOverdue(now, (attempt) => submit(attempt, now))).toBe(true)
  expect(await isDone(open)).toBe(true)
})
