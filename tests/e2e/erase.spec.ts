import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '@/tests/support/browser'
import { becomeMember } from '@/tests/support/forms'
import { begin, LESSON, QUIZ } from '@/tests/support/quizzes'
import { openSchool } from '@/tests/support/school'
import { query } from '@/tests/support/served'
import { tracesIn } from '@/tests/support/traces'

test.use({ serviceWorkers: 'allow' })
test.setTimeout(120_000)

const ERASE = '/account/data/erase'
const PASSWORD = 'seven green submarines'

/** What this browser keeps that says something of whoever sat at it. */
const keptIn = (page: Page) =>
  page.evaluate(async () => {
    const pages = await caches.open('pages-v1')
    const lessons = (await pages.keys()).filter(({ url }) => url.includes('/lessons/'))
    return [
      ...Object.keys(localStorage),
      ...lessons.map(({ url }) => new URL(url).pathname),
    ].filter((name) => name.startsWith('rendezvous-') || name.startsWith('/'))
  })

const press = (page: Page) => page.getByRole('button', { name: 'Erase everything' }).click()

test('who erases their account is gone: here, on their other devices and in the database', async ({
  page,
  openAs,
}) => {
  const canary = `Zq${Math.random().toString(36).slice(2, 12)}`
  const person = await becomeMember(page, `${canary} Leaver`)
  const elsewhere = await openAs('guest')
  await elsewhere.goto('/sign-in')
  await elsewhere.getByLabel('E-mail address or username').fill(person.email)
  await elsewhere.getByLabel('Password').fill(PASSWORD)
  await elsewhere.getByRole('button', { name: 'Sign in' }).click()
  await elsewhere.waitForURL((url) => url.pathname !== '/sign-in')
  await page.goto(LESSON)
  await page.getByRole('heading', { level: 2 }).last().scrollIntoViewIfNeeded()
  await expect.poll(() => keptIn(page), { timeout: 30_000 }).toContain(LESSON)
  await begin(page, QUIZ, 'practice')
  await page.goto('/account/data')
  await page.getByRole('link', { name: 'Erase everything' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Erase everything')
  await expectAccessible(page)

  await page.getByLabel('Your password').fill('not my password')
  await press(page)
  await expect(page.getByText('This is not your present password.')).toBeVisible()
  await page.goto('/account')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(person.name)

  await page.goto(ERASE)
  await page.getByLabel('Your password').fill(PASSWORD)
  await press(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything is erased')
  await expect(page.getByText('What this device had kept of you is gone as well.')).toBeVisible()
  await expectAccessible(page)
  expect(await keptIn(page)).toEqual([])
  expect(await page.context().cookies()).toEqual([])
  expect(await tracesIn(query, [canary, person.email])).toEqual({})

  await elsewhere.goto('/account')
  await expect(elsewhere).toHaveURL(/\/sign-in/)
  await elsewhere.getByLabel('E-mail address or username').fill(person.email)
  await elsewhere.getByLabel('Password').fill(PASSWORD)
  await elsewhere.getByRole('button', { name: 'Sign in' }).click()
  await expect(
    elsewhere.getByRole('main').getByText(/does not fit|no account|wrong/i),
  ).toBeVisible()
})

test('a guest ticks that they are sure, and is gone', async ({ page }) => {
  await begin(page, QUIZ, 'practice')
  const attempt = new URL(page.url()).pathname
  await page.goto(ERASE)
  await press(page)
  await expect(page.getByText('Tick this first: it cannot be undone.')).toBeVisible()
  await page.getByRole('checkbox', { name: 'I know that this cannot be undone.' }).check()
  await press(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything is erased')
  const id = attempt.split('/')[2]
  expect(await query('select 1 from "Attempt" where id = $1', [id])).toEqual([])
})

test('the page that says so takes nothing from who only came by it', async ({ page }) => {
  await page.goto(LESSON)
  await expect.poll(() => keptIn(page), { timeout: 30_000 }).toContain(LESSON)
  await page.goto('/erased')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything is erased')
  await expect(page.getByText('What this device had kept')).toBeHidden()
  expect(await keptIn(page)).toContain(LESSON)
  await begin(page, QUIZ, 'practice')
  await page.goto('/erased')
  await expect(page).toHaveURL('/account')
})

test('a class keeps its figures and loses the name; its only teacher hands it on first', async ({
  openAs,
}) => {
  const { teacher, student, classroom, setting, pupil, secret } = await openSchool([
    await openAs('guest'),
    await openAs('guest'),
  ])
  await teacher.goto(`${classroom}/report`)
  const figures = () =>
    teacher.getByRole('table').first().getByRole('row').nth(1).getByRole('cell').allInnerTexts()
  const before = await figures()
  await student.goto(ERASE)
  await expect(student.getByRole('link', { name: `Class ${secret}` })).toBeVisible()
  await student.getByLabel('Your password').fill(PASSWORD)
  await press(student)
  await expect(student.getByRole('heading', { level: 1 })).toHaveText('Everything is erased')

  await teacher.goto(classroom)
  await expect(teacher.getByText(pupil.name)).toBeHidden()
  await teacher.goto(`${setting}/analysis`)
  await expect(teacher.getByRole('main')).toContainText('1 first attempt:')
  await expect(teacher.getByText('Erased account')).toBeHidden()

  await teacher.goto(ERASE)
  // The class has nobody left in it, so it would go along.
  await expect(teacher.getByText('A class that nobody else belongs to goes too:')).toBeVisible()
  const follower = await openAs('guest')
  await becomeMember(follower, 'Follower')
  await follower.goto(
    `/join/${(await teacher.request.get(`${classroom}/people`).then((r) => r.text())).match(/\/join\/([2-9A-HJ-NP-Z]{8})/)?.[1]}`,
  )
  await follower.getByRole('button', { name: 'Join this class' }).click()
  await follower.waitForURL(/\/classes\//)
  await teacher.goto(`${classroom}/report`)
  const after = await figures()
  // Of two now, since somebody has joined: what was handed in still is, and earned what it did.
  expect(before[1]).toBe('1 of 1')
  expect(after[1]).toBe('1 of 2')
  expect([after[4], after[5]], 'average and median').toEqual([before[4], before[5]])
  await expect(
    teacher.getByText('The figures also count one student whose account is erased.'),
  ).toBeVisible()
  await teacher.goto(ERASE)
  await expect(teacher.getByText('First hand your classes on')).toBeVisible()
  await expect(teacher.getByRole('link', { name: `Class ${secret}` })).toHaveAttribute(
    'href',
    `${classroom}/people`,
  )
  await expect(teacher.getByRole('button', { name: 'Erase everything' })).toBeHidden()
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('everything is erased as well', async ({ page }) => {
    const person = await becomeMember(page, 'Scriptless')
    await page.goto(ERASE)
    await page.getByLabel('Your password').fill(PASSWORD)
    await press(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything is erased')
    expect(await tracesIn(query, [person.email])).toEqual({})
  })
})
