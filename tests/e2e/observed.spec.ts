import { readFileSync } from 'node:fs'
import { METRICS_TOKEN, SERVER_LOG } from '@/scripts/test/demo'
import { expect, test } from '@/tests/support/browser'
import { becomeMember, formAt, post } from '@/tests/support/forms'
import { begin, QUIZ } from '@/tests/support/quizzes'

test.use({ allowedComplaints: [/40[013]|50[03]/] })

interface Line {
  event: string
  account?: string
  level: string
}
const lines = (): string[] => readFileSync(SERVER_LOG, 'utf8').split('\n')
const events = (): Line[] =>
  lines().flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Line] : []))

test('the log tells what concerns security, by pseudonyms, and nothing that anybody wrote', async ({
  page,
  request,
}) => {
  const canary = `Zqlog${Math.random().toString(36).slice(2, 10)}`
  const person = await becomeMember(page, `${canary} Person`)
  const attempt = await begin(page, QUIZ, 'practice')
  const plain = await formAt(request, '/sign-in', 'name="identifier"')
  const signIn = async (identifier: string, password: string) => {
    return post(request, '/sign-in', plain, { fields: { identifier, password } })
  }
  await signIn(person.email, `${canary} wrong`)
  await signIn(`${canary}@example.org`, `${canary} wrong`)
  await signIn(person.email, person.password)
  // What fails, by what was sent: values of every shape, to every handler that keeps something.
  for (const data of [
    `${canary}`,
    { value: canary, nonsense: canary },
    { anchor: canary, age: canary },
  ])
    for (const address of [
      `/api/attempts/${attempt}/responses/${canary}`,
      `/api${new URL(page.url()).pathname}/${canary}`,
      '/api/courses/paris-13-january/lessons/smile/place',
    ])
      await page.request.put(address, { data, headers: { origin: new URL(page.url()).origin } })
  const foreign = { origin: 'https://evil.example' }
  await post(request, '/sign-in', plain, {
    fields: { identifier: canary, password: canary },
    headers: foreign,
  }).catch(() => undefined)

  const said = events()
  for (const event of [
    'user_created',
    'authn_login_fail',
    'authn_login_success',
    'malicious_cross_site',
  ])
    expect(said.map((line) => line.event)).toContain(event)
  expect(said.every(({ account }) => account === undefined || /^[0-9a-f]{12}$/.test(account))).toBe(
    true,
  )
  const all = lines().join('\n').toLowerCase()
  expect(all).not.toContain(canary.toLowerCase())
  expect(all).not.toContain(person.email.toLowerCase())
})

test('metrics are for who has the token, and name nobody', async ({ page, request }) => {
  const person = await becomeMember(page, 'Measured')
  expect((await request.get('/api/metrics')).status()).toBe(401)
  const wrong = { authorization: 'Bearer wrong' }
  expect((await request.get('/api/metrics', { headers: wrong })).status()).toBe(401)
  const headers = { authorization: `Bearer ${METRICS_TOKEN}` }
  const answer = await request.get('/api/metrics', { headers })
  expect(answer.status()).toBe(200)
  const text = await answer.text()
  expect(text).toMatch(/rendezvous_request_seconds_count\{kind="page",status="2xx"\} \d+/)
  expect(text).toMatch(/rendezvous_events_total\{event="user_created"\} \d+/)
  expect(text).toContain('process_resident_memory_bytes')
  expect(text).not.toContain(person.email)
  expect((await request.get('/api/live')).status()).toBe(200)
  expect((await request.get('/api/health')).status()).toBe(200)
})
