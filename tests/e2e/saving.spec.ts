import { expect, test } from '@/tests/support/browser'
import { becomeMember, formAt, post, signInAs } from '@/tests/support/forms'
import {
  answerRight,
  begin,
  fieldOf,
  handIn,
  putInOrder,
  QUIZ,
  questionsOf,
  railOf,
  savingOf,
} from '@/tests/support/quizzes'
import { query } from '@/tests/support/served'

// What browsers note while the network is away, somebody is signed out, or a save is refused.
test.use({ allowedComplaints: [/ERR_INTERNET_DISCONNECTED|401|409|412/] })

const questions = questionsOf(QUIZ)
const [place, claim] = questions
if (!place || !claim) throw new Error('The quiz has lost its questions')
const where = { prompt: place.prompt }
const SAVED = /^Saved \d\d:\d\d:\d\d$/

test('each change is saved at once, which is said in words', async ({ page }) => {
  await becomeMember(page, 'Ada')
  const attempt = await begin(page, QUIZ, 'test')
  await expect(savingOf(page)).toHaveText('All saved')
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT')
  const from = Date.now()
  await fieldOf(page, where).getByRole('radio', { name: 'Paris' }).check()
  expect((await saved).status()).toBe(200)
  expect(Date.now() - from, 'milliseconds until the answer was saved').toBeLessThan(1000)
  await expect(savingOf(page)).toHaveText(SAVED)
  const rows = await query('select version from "Response" where "attemptId" = $1', [
    attempt.split('/').at(-1),
  ])
  expect(rows).toEqual([{ version: 1 }])
})

test('a reload and another device go on at the same question, in the same order, with the same answers', async ({
  page,
  openAs,
}) => {
  const person = await becomeMember(page, 'Bela')
  const attempt = await begin(page, QUIZ, 'test')
  await answerRight(page, place)
  await page.getByRole('button', { name: 'Question 9, blank' }).click()
  const order = fieldOf(page, { prompt: 'Put these four events in order' })
  await putInOrder(order, ['The memorandum on NILS is signed'])
  await order.getByRole('button', { name: /^Move down: The memorandum/ }).click()
  await order.getByRole('button', { name: /^Flag for later/ }).click()
  await expect(savingOf(page)).toHaveText(SAVED)
  await expect(
    railOf(page).getByRole('button', { name: /^Question 9, answered, flagged/ }),
  ).toBeVisible()
  const rows = await order.getByRole('listitem').allTextContents()

  const expectSame = async (there: typeof page) => {
    const same = fieldOf(there, { prompt: 'Put these four events in order' })
    await expect(same.getByRole('listitem')).toHaveText(rows)
    await expect(same.getByRole('button', { name: /^Flagged/ })).toBeVisible()
    await expect(
      railOf(there).getByRole('button', { name: 'Question 1, answered', exact: true }),
    ).toBeVisible()
  }
  await page.goto(attempt)
  await expectSame(page)
  await page.reload()
  await expectSame(page)

  const device = await openAs('guest')
  await signInAs(device, person)
  expect(await begin(device, QUIZ, 'test')).toBe(attempt)
  await expectSame(device)
})

test('without a network it says so, keeps the answer and saves it when the network is back', async ({
  page,
  context,
}) => {
  await becomeMember(page, 'Cleo')
  await begin(page, QUIZ, 'test')
  await context.setOffline(true)
  await fieldOf(page, where).getByRole('radio', { name: 'Paris' }).check()
  await expect(savingOf(page)).toHaveText('Kept on this device, will be sent')
  await expect(railOf(page).getByText('One answer is kept on this device')).toBeVisible()
  await expect(railOf(page).getByRole('button', { name: 'Try again' })).toBeVisible()
  await context.setOffline(false)
  await expect(savingOf(page)).toHaveText(SAVED)
  await page.reload()
  await expect(fieldOf(page, where).getByRole('radio', { name: 'Paris' })).toBeChecked()
})

test('of two devices the answer that was given later stands, and whoever gave the other is told', async ({
  page,
  context,
  openAs,
}) => {
  const person = await becomeMember(page, 'Dario')
  const attempt = await begin(page, QUIZ, 'test')
  const other = await openAs('guest')
  await signInAs(other, person)
  await other.goto(attempt)
  const here = fieldOf(page, where)
  const there = fieldOf(other, where)

  await context.setOffline(true)
  await here.getByRole('radio', { name: 'Beijing' }).check()
  await expect(savingOf(page)).toHaveText('Kept on this device, will be sent')
  await there.getByRole('radio', { name: 'Kourou' }).check()
  await expect(savingOf(other)).toHaveText(SAVED)
  await context.setOffline(false)
  await expect(here.getByText('This question was answered later on another screen.')).toBeVisible()
  await expect(here.getByRole('radio', { name: 'Kourou' })).toBeChecked()

  await here.getByRole('radio', { name: 'Brussels' }).check()
  await expect(savingOf(page)).toHaveText(SAVED)
  const stands = other.waitForResponse(
    (response) => response.request().method() === 'PUT' && response.status() === 200,
  )
  await there.getByRole('radio', { name: 'Paris' }).check()
  await expect(there.getByText('Your answer here was given later, so it stands.')).toBeVisible()
  // It is told as soon as it is known; only then it is saved once more.
  await stands
  await page.reload()
  await expect(here.getByRole('radio', { name: 'Paris' })).toBeChecked()
})

test('handing in happens once, under a double click, ten requests at a time and the way back', async ({
  page,
}) => {
  await becomeMember(page, 'Edda')
  const attempt = await begin(page, QUIZ, 'test')
  await answerRight(page, place)
  await expect(savingOf(page)).toHaveText(SAVED)
  const { request } = page.context()
  const form = await formAt(request, `${attempt}/review`, 'Hand in')
  const forms = Array.from({ length: 10 }, () => post(request, `${attempt}/review`, form))
  for (const answer of await Promise.all(forms)) {
    expect(answer.status()).toBe(303)
    expect(answer.headers().location).toMatch(/\/result$/)
  }
  const id = attempt.split('/').at(-1)
  const sql = 'select "submittedAt", "earnedN", points from "Attempt" where id = $1'
  const [first] = await query<{ earnedN: number; points: number }>(sql, [id])
  expect(first).toMatchObject({ earnedN: 1, points: 10 })

  await begin(page, QUIZ, 'test')
  await railOf(page).getByRole('button', { name: 'Review and hand in' }).click()
  await page.getByRole('button', { name: 'Hand in', exact: true }).dblclick()
  await expect(page).toHaveURL(/\/result$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('0 of 10 points (0 %)')
  const result = page.url()
  await page.goBack()
  await page.reload()
  await expect(page).toHaveURL(result)

  await post(request, `${attempt}/review`, form)
  expect(await query(sql, [id]), 'the first result stands').toEqual([first])
  const attempts =
    'select count(*)::int as n from "Attempt" where "learnerId" = (select "learnerId" from "Attempt" where id = $1)'
  expect(await query(attempts, [id])).toEqual([{ n: 2 }])
})

test('a page left open after the hand-in says so and changes nothing', async ({
  page,
  context,
}) => {
  await becomeMember(page, 'Fritz')
  await begin(page, QUIZ, 'test')
  const second = await context.newPage()
  await second.goto(page.url())
  await answerRight(page, place)
  await handIn(page)
  await fieldOf(second, where).getByRole('radio', { name: 'Beijing' }).check()
  await expect(second.getByText('This has been handed in already.')).toBeVisible()
  await expect(fieldOf(second, where).getByRole('radio', { name: 'Paris' })).toBeDisabled()
  await second.getByRole('link', { name: 'See the result' }).click()
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('1 of 10 points (10 %)')
})

test('who is signed out in another tab is told, signs in there, and loses nothing', async ({
  page,
  context,
}) => {
  const person = await becomeMember(page, 'Greta')
  await begin(page, QUIZ, 'test')
  const second = await context.newPage()
  await second.goto('/account')
  await second.getByRole('button', { name: 'Sign out' }).click()
  await expect(second).toHaveURL('/sign-in')

  await fieldOf(page, where).getByRole('radio', { name: 'Paris' }).check()
  await expect(savingOf(page)).toHaveText('Not saved, you are signed out')
  await expect(page.getByText('Your answers are kept on this device.')).toBeVisible()
  const opened = page.waitForEvent('popup')
  await page.getByRole('link', { name: 'Sign in in a new tab' }).click()
  const tab = await opened
  const main = tab.getByRole('main')
  await main.getByLabel('E-mail address or username').fill(person.email)
  await main.getByLabel('Password', { exact: true }).fill(person.password)
  await main.getByRole('button', { name: 'Sign in' }).click()
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('The meeting')
  await expect(savingOf(page)).toHaveText(SAVED, { timeout: 20_000 })
  await page.reload()
  await expect(fieldOf(page, where).getByRole('radio', { name: 'Paris' })).toBeChecked()
})
