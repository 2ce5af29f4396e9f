import type { Page } from '@playwright/test'
import { allRight, userOf } from '@/tests/support/alone'
import { expect, test } from '@/tests/support/browser'
import { becomeMember } from '@/tests/support/forms'
import { COURSE, LESSON } from '@/tests/support/quizzes'
import { query } from '@/tests/support/served'

test.use({
  serviceWorkers: 'allow',
  allowedComplaints: [/ERR_INTERNET_DISCONNECTED|Failed to fetch/],
})
test.setTimeout(150_000)

/** A device keeps a page behind the reader's back, when it has nothing else to do. */
const PATIENCE = { timeout: 30_000 }
const SECOND = `${COURSE}/lessons/smile`
const THIRD = `${COURSE}/lessons/einstein-probe`

/** Everything that the device keeps: addresses and texts. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const all: { address: string; text: string }[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const response = await cache.match(request)
        all.push({ address: new URL(request.url).pathname, text: (await response?.text()) ?? '' })
      }
    }
    return all
  })
const isKept = (page: Page, address: string) =>
  expect
    .poll(async () => (await kept(page)).some((each) => each.address === address), PATIENCE)
    .toBe(true)

test('lessons that were opened can be read without a network, and nothing personal is kept', async ({
  page,
  context,
}) => {
  const { name, email } = await becomeMember(page, 'Canary Reader')
  await page.goto(LESSON)
  await isKept(page, LESSON)
  await page.goto(SECOND)
  await isKept(page, SECOND)
  await page.goto('/account')
  await page.goto('/progress')
  const all = await kept(page)
  for (const { address, text } of all) {
    expect(address).toMatch(
      /^\/(courses\/[^/]+\/lessons\/|_next\/static\/|offline(\/review)?$|theme\.js|icon)/,
    )
    expect(text.includes(name) || text.includes(email), address).toBe(false)
  }

  await context.setOffline(true)
  await page.goto(LESSON)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The meeting in Paris')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The meeting in Paris')
  const other = await context.newPage()
  await other.goto(SECOND)
  await expect(other.getByRole('heading', { level: 1 })).toContainText('Smile')
  for (const away of [THIRD, '/progress']) {
    await other.goto(away)
    await expect(other.getByRole('heading', { level: 1 })).toHaveText('No network')
    await expect(other.getByRole('main').getByRole('listitem')).toHaveCount(2)
  }
  await other.getByRole('link', { name: 'The meeting in Paris' }).click()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('The meeting in Paris')

  await context.setOffline(false)
  await page.goto(THIRD)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Einstein Probe')
  await page.goto('/progress')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My progress')
})

test('it can be installed: a manifest whose icons are there', async ({ page, request }) => {
  await page.goto('/')
  const address = await page.locator('link[rel="manifest"]').getAttribute('href')
  const manifest = await (await request.get(address ?? '')).json()
  expect(manifest).toMatchObject({
    name: 'Rendezvous',
    start_url: '/review',
    display: 'standalone',
  })
  for (const { src, sizes } of manifest.icons) {
    const icon = await request.get(src)
    expect(icon.headers()['content-type'], src).toBe('image/png')
    const bytes = await icon.body()
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes)
  }
})

test('the day’s review is answered without a network, and the answers arrive once and in order', async ({
  page,
  context,
}) => {
  const person = await becomeMember(page, 'Far')
  const id = await userOf(person)
  await allRight(id, 30)
  await page.goto('/review')
  await expect(page.getByText('0 of 20 done')).toBeVisible()
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('rendezvous-review') !== null), PATIENCE)
    .toBe(true)
  await isKept(page, '/offline/review')

  await context.setOffline(true)
  await page.goto('/review')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Review without a network')
  await expect(page.getByText('0 of 20 answered')).toBeVisible()
  const first = await page.locator('.stem').textContent()
  await page.getByRole('button', { name: 'I don’t know' }).click()
  await expect(page.getByText('1 of 20 answered')).toBeVisible()
  await expect(page.locator('.stem')).not.toHaveText(first ?? '')
  await page.getByRole('button', { name: 'I don’t know' }).click()
  await page.reload()
  await expect(page.getByText('2 of 20 answered')).toBeVisible()
  const set = await page.evaluate(() => localStorage.getItem('rendezvous-review'))
  expect(set).not.toMatch(/"(key|accept|explanation|feedback|passages|seed)"/)

  await context.setOffline(false)
  await page.goto('/review')
  await expect(page.getByText('2 answers from this device have arrived.')).toBeVisible()
  await expect(page.getByText('2 of 20 done')).toBeVisible()
  await page.reload()
  await expect(page.getByText('2 of 20 done')).toBeVisible()
  const rows = await query<{ grade: number }>(
    `select grade from "ReviewEntry" where "learnerId" = $1 and source = 'review' order by at`,
    [id],
  )
  expect(rows.map(({ grade }) => grade)).toEqual([1, 1])
  expect(await page.evaluate(() => localStorage.getItem('rendezvous-review-answers'))).toBeNull()

  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL('/sign-in')
  expect(await page.evaluate(() => localStorage.getItem('rendezvous-review'))).toBeNull()
})
