import { type APIResponse, expect, type Page } from '@playwright/test'
import { CANARY, NUMBERS } from './canary'
import { COURSE, EVERY_KIND, QUIZ } from './quizzes'
import { query } from './served'

/** Ways in which Next, a curious learner or a crawler may ask for a page. */
const ASKING: Record<string, string>[] = [
  { accept: 'text/html' },
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1' },
  { rsc: '1', 'next-router-prefetch': '2' },
  ...['/_tree', '/_index', '/_full', '/__PAGE__', '/attempts/$d$attemptId/__PAGE__'].map(
    (part) => ({
      rsc: '1',
      'next-router-prefetch': '1',
      'next-router-segment-prefetch': part,
    }),
  ),
]

/** Status, headers and body of an answer. */
export const textOf = async (answer: APIResponse) =>
  `${answer.status()} ${JSON.stringify(answer.headersArray())} ${await answer.text()}`

/** Every byte that the addresses of an open attempt give to its learner. */
export async function everythingAt(page: Page, attempt: string, pages: number): Promise<string[]> {
  const addresses = [
    ...Array.from({ length: pages }, (_none, place) => `${attempt}?page=${place + 1}`),
    `${attempt}?open=q-1`,
    `${attempt}?newer=q-1,q-2`,
    ...['', '/review', '/result', '.rsc', '/review.rsc', '/result.rsc'].map((end) => attempt + end),
    ...['/progress', '/', COURSE, QUIZ, EVERY_KIND],
  ]
  const found: string[] = []
  for (const address of addresses) {
    const ways = address.startsWith(attempt) ? ASKING : ASKING.slice(0, 2)
    for (const headers of ways)
      found.push(
        await textOf(await page.context().request.get(address, { headers, maxRedirects: 0 })),
      )
  }
  return found
}

/** Holds that no text has a canary or one of these secrets. */
export function expectNone(texts: string[], secrets: readonly string[]) {
  for (const text of texts) {
    expect(CANARY.exec(text)?.input.slice(0, 2000)).toBeUndefined()
    for (const secret of secrets) expect(text.includes(secret), secret).toBe(false)
  }
}

/** What must never be served of an attempt: its seed, and numbers of keys. */
export async function secretsOf(attempt: string): Promise<string[]> {
  const id = attempt.split('/').at(-1)
  const [row] = await query<{ seed: string }>('select seed from "Attempt" where id = $1', [id])
  return [row?.seed ?? 'no seed', ...NUMBERS]
}
