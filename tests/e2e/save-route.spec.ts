import { request as plain } from 'node:http'
import type { APIRequestContext } from '@playwright/test'
import { expect, test } from '@/tests/support/browser'
import { becomeMember } from '@/tests/support/forms'
import { EVERY_KIND } from '@/tests/support/quizzes'
import { submit } from '@/tests/support/school'
import { query } from '@/tests/support/served'

const JSON_TYPE = { 'content-type': 'application/json' }
const SAME = { 'sec-fetch-site': 'same-origin' }

const put = (
  request: APIRequestContext,
  address: string,
  data: string,
  headers: Record<string, string> = { ...JSON_TYPE, ...SAME },
) => request.put(address, { data: Buffer.from(data), headers })

const saved = (attempt: string) =>
  query('select "questionId", value, version, flagged from "Response" where "attemptId" = $1', [
    attempt.split('/').at(-1),
  ])

const GOOD = JSON.stringify({ value: 'Shan Zhongde', base: 0 })

test('an answer is saved only as well-formed JSON, by its learner, from a page of ours', async ({
  page,
  openAs,
}) => {
  await becomeMember(page, 'Hanna')
  const { request } = page.context()
  const attempt = await submit(page, EVERY_KIND, 'Begin to practise')
  const address = `/api${attempt}/responses/k-05`

  await test.step('from elsewhere it is refused', async () => {
    const foreign: Record<string, string>[] = [
      { ...JSON_TYPE, origin: 'https://evil.example' },
      { ...JSON_TYPE, origin: 'null' },
      { ...JSON_TYPE, 'sec-fetch-site': 'cross-site' },
      { ...JSON_TYPE, 'sec-fetch-site': 'same-site' },
      { ...JSON_TYPE, 'sec-fetch-site': 'none' },
      { ...JSON_TYPE, 'sec-fetch-site': 'cross-site', origin: 'http://localhost' },
      JSON_TYPE,
    ]
    for (const headers of foreign) {
      const answer = await put(request, address, GOOD, headers)
      expect(answer.status(), JSON.stringify(headers)).toBe(403)
    }
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const answer = await put(request, address, GOOD, { ...SAME, 'content-type': type })
      expect(answer.status(), type).toBe(415)
    }
    for (const method of ['GET', 'POST', 'PATCH', 'DELETE'])
      expect((await request.fetch(address, { method, headers: SAME })).status(), method).toBe(405)
  })

  await test.step('malformed, oversized, deep and polluting bodies are refused', async () => {
    const deep = `${'['.repeat(8000)}${']'.repeat(8000)}`
    const bodies = [
      '',
      'null',
      '[]',
      '{',
      '"text"',
      '{}',
      '{"value":"x"}',
      '{"value":1,"base":0}',
      '{"value":"x","base":-1}',
      '{"value":"x","base":0.5}',
      '{"value":"x","base":1e99}',
      '{"value":"x","base":"0"}',
      '{"value":"x","base":0,"flagged":"yes"}',
      '{"value":"x","base":0,"score":10}',
      '{"value":"x","base":0,"__proto__":{"isAdmin":true}}',
      '{"__proto__":{"value":"x","base":0}}',
      '{"constructor":{"prototype":{"value":"x"}},"base":0}',
      '{"value":{"a":{"b":"c"}},"base":0}',
      `{"value":${deep},"base":0}`,
      `{"value":"${'x'.repeat(601)}","base":0}`,
      `{"value":"${'x'.repeat(20_000)}","base":0}`,
      `{"value":${JSON.stringify(Array(51).fill('x'))},"base":0}`,
      `${' '.repeat(20_000)}${GOOD}`,
    ]
    for (const body of bodies)
      expect((await put(request, address, body)).status(), body.slice(0, 80)).toBe(400)
    const own = '{"value":{"__proto__":"x","constructor":"y"},"base":0}'
    expect([200, 400]).toContain((await put(request, address, own)).status())
    expect((await put(request, address, '{"value":null,"base":1}')).status()).toBeLessThan(500)
  })

  await test.step('what is not there, or not one’s own, is not found', async () => {
    const id = attempt.split('/').at(-1)
    const nowhere = [
      `/api${attempt}/responses/none`,
      `/api${attempt}/responses/K-05`,
      '/api/attempts/1/responses/k-05',
      '/api/attempts/00000000-0000-4000-8000-000000000000/responses/k-05',
      `/api/attempts/${id}'/responses/k-05`,
    ]
    for (const place of nowhere) expect((await put(request, place, GOOD)).status(), place).toBe(404)
    const stranger = (await openAs('demo-amina')).context().request
    expect((await put(stranger, address, GOOD)).status()).toBe(404)
    const nobody = (await openAs('guest')).context().request
    expect((await put(nobody, address, GOOD)).status()).toBe(401)
    const forged = { ...JSON_TYPE, ...SAME, cookie: 'next-auth.session-token=made-up' }
    expect((await put(nobody, address, GOOD, forged)).status()).toBe(401)
  })
})

test('nothing of what was refused is in the database, and a good save is', async ({
  page,
  openAs,
}) => {
  await becomeMember(page, 'Imke')
  const attempt = await submit(page, EVERY_KIND, 'Begin to practise')
  const address = `/api${attempt}/responses/k-05`
  const { request } = page.context()
  const stranger = (await openAs('demo-amina')).context().request
  await put(stranger, address, GOOD)
  await put(request, address, GOOD, { ...JSON_TYPE, origin: 'https://evil.example' })
  await put(request, address, '{"value":"x","base":0,"score":10}')
  expect(await saved(attempt)).toEqual([])

  const answer = await put(request, address, GOOD)
  expect(answer.status()).toBe(200)
  expect(answer.headers()['cache-control']).toBe('no-store')
  const row = { questionId: 'k-05', value: 'Shan Zhongde', version: 1, flagged: false }
  expect(await saved(attempt)).toEqual([row])
  expect((await put(request, address, GOOD)).status(), 'the same once more').toBe(200)
  expect(await saved(attempt)).toEqual([row])
  const older = await put(request, address, '{"value":"older","base":0}')
  expect(older.status()).toBe(412)
  expect(await saved(attempt), 'older never replaces newer').toEqual([row])
})

/** Sends a body in the given pieces, a while apart, as slow networks do; gives status, headers and text. */
const inPieces = (address: string, headers: Record<string, string | number>, pieces: string[]) =>
  new Promise<{ status: number | undefined; headers: object; text: string }>((resolve, reject) => {
    const asking = plain(address, { method: 'PUT', headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part) => (text += part))
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text }))
    })
    asking.on('error', reject)
    asking.flushHeaders()
    const next = ([piece, ...rest]: string[]) =>
      piece === undefined ? asking.end() : asking.write(piece, () => setImmediate(next, rest))
    next(pieces)
  })

test('a save is answered in front, and what is not ordinary arrives whole behind', async ({
  page,
  baseURL,
}) => {
  await becomeMember(page, 'Jella')
  const attempt = await submit(page, EVERY_KIND, 'Begin to practise')
  const address = new URL(`/api${attempt}/responses/k-05`, baseURL).href
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const common = { ...JSON_TYPE, ...SAME, cookie }
  const body = (value: string, base: number) => JSON.stringify({ value, base })
  const cut = (text: string) => [text.slice(0, 5), text.slice(5, 9), text.slice(9)]

  const first = body('Ödön “1”', 0)
  const length = { 'content-length': Buffer.byteLength(first) }
  const front = await inPieces(address, { ...common, ...length }, cut(first))
  expect([front.status, JSON.parse(front.text)]).toMatchObject([200, { version: 1 }])
  // Next sends what its handlers make without saying how long it is.
  expect(front.headers).toMatchObject({
    'content-length': String(Buffer.byteLength(front.text)),
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'x-frame-options': 'DENY',
  })

  const behind = await inPieces(address, common, cut(body('two', 1)))
  expect([behind.status, JSON.parse(behind.text)]).toMatchObject([200, { version: 2 }])
  expect(behind.headers).not.toHaveProperty('content-length')
  expect(behind.headers).toMatchObject({ 'cache-control': 'no-store', 'x-frame-options': 'DENY' })
  const older = await inPieces(address, { ...common, ...length }, cut(first))
  expect([older.status, JSON.parse(older.text)]).toMatchObject([412, { value: 'two', version: 2 }])

  await query('update "Attempt" set "submittedAt" = now() where id = $1', [
    attempt.split('/').at(-1),
  ])
  const closed = body('too late', 2)
  const long = { 'content-length': Buffer.byteLength(closed) }
  expect((await inPieces(address, { ...common, ...long }, cut(closed))).status).toBe(409)
  expect(await saved(attempt)).toMatchObject([{ value: 'two', version: 2 }])
})
