import { request as httpRequest } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, test } from '@/tests/support/browser'
import {
  becomeMember,
  formAt,
  newPerson,
  type PlainForm,
  post,
  signInAs,
} from '@/tests/support/forms'

/** Posts a sign-in from another address of this machine, with a header that claims a third. */
async function signInFrom(
  localAddress: string,
  port: string,
  form: PlainForm,
  fields: Record<string, string>,
  claimed?: string,
): Promise<{ status: number; body: string }> {
  const data = new FormData()
  for (const [name, value] of form.fields) data.append(name, value)
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  const whole = new Response(data)
  const body = Buffer.from(await whole.arrayBuffer())
  const headers = {
    host: `localhost:${port}`,
    'content-type': whole.headers.get('content-type') ?? '',
    'content-length': body.length,
    'sec-fetch-site': 'same-origin',
    ...(claimed && { 'x-forwarded-for': claimed }),
  }
  return await new Promise((resolve, reject) => {
    const at = { host: '127.0.0.1', port, path: '/sign-in', method: 'POST', localAddress, headers }
    const sent = httpRequest(at, async (answer) =>
      resolve({ status: answer.statusCode ?? 0, body: await text(answer) }),
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

const REFUSED = 'The name and the password do not fit together.'
const TOO_OFTEN = 'That was tried too often.'

test('a wrong password and an unknown name are answered alike', async ({ page, openAs }) => {
  const person = await becomeMember(page, 'Lotte')
  const stranger = await openAs('guest')
  const { request } = stranger.context()
  const form = await formAt(request, '/sign-in', 'name="identifier"')
  const answers: string[] = []
  for (const identifier of [person.email, newPerson('Nobody').email]) {
    const fields = { identifier, password: 'not the password' }
    const answer = await post(request, '/sign-in', form, { fields })
    const body = (await answer.text())
      .replaceAll(identifier, 'NAME')
      .replace(/nonce="[^"]*"|nonce-[^'"]*/g, '')
    expect(body).toContain(REFUSED)
    expect(body).not.toContain(fields.password)
    expect(answer.headers()['set-cookie']).toBeUndefined()
    answers.push(`${answer.status()} ${body.replace(/<script[\s\S]*?<\/script>/g, '')}`)
  }
  expect(answers[0]).toBe(answers[1])
})

test('twelve guesses from one address are throttled, whatever it claims, and the owner still signs in', async ({
  page,
  openAs,
  baseURL,
}) => {
  test.skip(process.platform !== 'linux', 'only Linux has other loopback addresses at hand')
  const person = await becomeMember(page, 'Mats')
  const owner = await openAs('guest')
  const form = await formAt(owner.context().request, '/sign-in', 'name="identifier"')
  const { port } = new URL(baseURL ?? '')
  const guess = (password: string, claimed?: string) =>
    signInFrom('127.0.0.66', port, form, { identifier: person.email, password }, claimed)
  for (let n = 1; n <= 10; n++)
    expect((await guess(`wrong ${n}`, `10.0.0.${n}`)).body).toContain(REFUSED)
  for (let n = 11; n <= 12; n++)
    expect((await guess(`wrong ${n}`, `10.0.0.${n}`)).body).toContain(TOO_OFTEN)
  const right = await guess(person.password, '127.0.0.1')
  expect(right.status, 'not even the right one is taken from there').toBe(200)
  expect(right.body).toContain(TOO_OFTEN)
  await signInAs(owner, person)
})

test('the session cookie is out of reach of scripts and other sites, and new at each sign-in', async ({
  page,
  context,
}) => {
  const person = await becomeMember(page, 'Nele')
  const session = async () =>
    (await context.cookies()).find(({ name }) => name === 'next-auth.session-token')
  const first = await session()
  expect(first).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  expect(first?.value.length).toBeGreaterThanOrEqual(43)
  for (const cookie of await context.cookies())
    expect(cookie, cookie.name).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  await page.goto('/account')
  expect(await page.evaluate(() => document.cookie)).toBe('')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL('/sign-in')
  await signInAs(page, person)
  expect((await session())?.value).not.toBe(first?.value)

  await page.goto('/')
  await context.clearCookies()
  await context.addCookies([{ ...(first ?? { name: '', value: '' }), name: first?.name ?? '' }])
  await page.goto('/account')
  await expect(page, 'the old token is worth nothing').toHaveURL(/\/sign-in/)
})

test('sessions are listed, ended one by one and all at once, with effect on the next request', async ({
  page,
  openAs,
}) => {
  const person = await becomeMember(page, 'Odo')
  const [second, third] = [await openAs('guest'), await openAs('guest')]
  await signInAs(second, person)
  await signInAs(third, person)
  await page.goto('/account')
  const list = page.getByRole('region', { name: 'Where you are signed in' })
  await expect(list.getByRole('rowheader')).toHaveText(Array(3).fill('Chrome, Linux'))
  await expect(list.getByText('This device')).toHaveCount(1)

  await list
    .getByRole('button', { name: /^End on/ })
    .first()
    .click()
  await expect(list.getByRole('rowheader')).toHaveCount(2)
  const reached = async () => {
    const places: string[] = []
    for (const each of [second, third]) {
      await each.goto('/account')
      places.push(new URL(each.url()).pathname)
    }
    return places.sort()
  }
  expect(await reached()).toEqual(['/account', '/sign-in'])
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(list.getByRole('rowheader')).toHaveCount(1)
  expect(await reached()).toEqual(['/sign-in', '/sign-in'])
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Odo')
})

test('a new password ends every other session; a wrong present one changes nothing', async ({
  page,
  openAs,
}) => {
  const person = await becomeMember(page, 'Pelle')
  const other = await openAs('guest')
  await signInAs(other, person)
  await page.goto('/account')
  await page.getByLabel('Present password').fill('not this one')
  await page.getByLabel('New password').fill('another green submarine')
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByText('This is not your present password.')).toBeVisible()
  await page.getByLabel('Present password').fill(person.password)
  await page.getByLabel('New password').fill('another green submarine')
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByText('The password is changed.')).toBeVisible()
  await other.goto('/account')
  await expect(other).toHaveURL(/\/sign-in/)
  await signInAs(other, { ...person, password: 'another green submarine' })
})

test('signing in leads back to pages of ours only', async ({ page }) => {
  const person = await becomeMember(page, 'Quinn')
  await page.context().clearCookies()
  const targets = [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
  ]
  for (const next of targets) {
    const at = `/sign-in?next=${encodeURIComponent(next)}`
    const form = await formAt(page.request, at, 'name="identifier"')
    const fields = { identifier: person.email, password: person.password, back: next }
    const answer = await post(page.request, at, form, { fields })
    const to = new URL(answer.headers().location ?? '', answer.url())
    expect(`${to.host}${to.pathname}`, next).toBe(`${new URL(answer.url()).host}/`)
    await page.context().clearCookies()
  }
})
