import 'server-only'
import { cookies } from 'next/headers'
import type { Holdings } from '@/lib/domain/holdings'
import { sessionCookie } from './cookie'

const NAME = 'moved'
/** So many seconds it is told what has moved to an account. */
const TOLD = 120

/** Notes for the next pages what a guest's browser has brought into an account; nothing is not told. */
export async function tellMoved(held: Holdings | null): Promise<void> {
  if (!held || held.lessons + held.attempts + held.reviews === 0) return
  const { options } = sessionCookie()
  const told = [held.lessons, held.attempts, held.reviews].join('.')
  ;(await cookies()).set(NAME, told, { ...options, maxAge: TOLD })
}

/** What has just moved to the account; null where nothing has. */
export async function findMoved(): Promise<Holdings | null> {
  const [, ...counts] =
    /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})$/.exec((await cookies()).get(NAME)?.value ?? '') ?? []
  const [lessons, attempts, reviews] = counts.map(Number)
  return lessons === undefined || attempts === undefined || reviews === undefined
    ? null
    : { lessons, attempts, reviews }
}
