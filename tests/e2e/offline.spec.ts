import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '@/tests/support/browser'
import { becomeMember, signInAs } from '@/tests/support/forms'
import {
  answerRight,
  begin,
  fieldOf,
  QUIZ,
  questionsOf,
  railOf,
  savingOf,
} from '@/tests/support/quizzes'
import { query } from '@/tests/support/served'

// What browsers note while the network is away or somebody is signed out.
test.use({ allowedComplaints: [/ERR_INTERNET_DISCONNECTED|401|404|409|412/] })
test.setTimeout(90_000)

const KEPT = 'Kept on this device, will be sent'
const SAVED = /^Saved \d\d:\d\d:\d\d$/
const questions = questionsOf(QUIZ)
const [place, claim] = questions
if (!place || !claim) throw new Error('The quiz has lost its questions')

const idOf = (attempt: string) => attempt.split('/').at(-1)
const rowsOf = (attempt: string) =>
  query<{ questionId: string; version: number }>(
    'select "questionId", version from "Response" where "attemptId" = $1 and value is not null order by "savedAt", "questionId"',
    [idOf(attempt)],
  )
/** What this browser keeps, of whomever. */
const keptIn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<unknown[]>((resolve) => {
        const opening = indexedDB.open('answers-kept-here', 1)
        opening.onsuccess = () => {
          const all = opening.result.transaction('answers').objectStore('answers').getAll()
          all.onsuccess = () => {
            opening.result.close()
            resolve(all.result)
          }
        }
      }),
  )
/**
 * Saving fails, while pages can still be loaded: as when the server is there and its database is not.
 * In the page itself, since what is stopped on its way can be let go when a page crashes or is left.
 */
async function stopSaving(page: Page) {
  const stop = () => {
    const { fetch } = window
    window.fetch = (to, how) =>
      String(to).includes('/responses/') ? Promise.reject(new TypeError()) : fetch(to, how)
  }
  await page.addInitScript(stop)
  await page.evaluate(stop)
}
/** Its process is gone, and nothing of the page runs to the end. */
async function crash(page: Page) {
  const browser = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  void browser.send('Page.crash').catch(() => {})
  await crashed
}

test('ten minutes without a network: pages are turned, and every answer arrives once, in order', async ({
  page,
  context,
}) => {
  await page.clock.install()
  await becomeMember(page, 'Ilse')
  const attempt = await begin(page, QUIZ, 'test')
  const main = page.getByRole('main')
  await context.setOffline(true)

  await test.step('the pages are there', async () => {
    await answerRight(page, claim)
    await expect(savingOf(page)).toHaveText(KEPT)
    await main.getByRole('button', { name: 'Questions 3 and 4', exact: true }).first().click()
    await expect(page).toHaveURL(/\?page=2$/)
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await expect(page).toHaveTitle(/^Questions 3 and 4 of 10/)
    await page.clock.fastForward('05:00')
    const third = questions[2]
    if (third) await answerRight(page, third)
    await railOf(page)
      .getByRole('button', { name: /^Question 9, / })
      .click()
    const ninth = questions[8]
    if (ninth) await expect(fieldOf(page, ninth)).toBeInViewport()
    await page.clock.fastForward('05:00')
    await railOf(page)
      .getByRole('button', { name: /^Question 1, / })
      .click()
    await answerRight(page, place)
  })
  await test.step('the way back is as it was', async () => {
    await page.goBack()
    await expect(page).toHaveURL(/\?page=5$/)
    await expect(page).toHaveTitle(/^Questions 9 and 10 of 10/)
    await page.goForward()
    await expect(fieldOf(page, place).getByRole('radio', { name: 'Paris' })).toBeChecked()
  })
  await test.step('what needs the server says so, and nothing is lost', async () => {
    await railOf(page).getByRole('button', { name: 'Review and hand in' }).click()
    await expect(page.getByText('That did not reach the server.')).toBeVisible()
    await expect(railOf(page).getByText('3 answers are kept on this device')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Save a file of your answers' })).toBeVisible()
    expect(await keptIn(page)).toHaveLength(3)
  })
  await test.step('back online, all is sent', async () => {
    await context.setOffline(false)
    await expect(savingOf(page)).toHaveText(SAVED)
    expect(await rowsOf(attempt)).toEqual(
      [claim, questions[2], place].map((each) => ({ questionId: each?.id, version: 1 })),
    )
    expect(await keptIn(page)).toEqual([])
  })
})

test('what was kept survives a reload and a crash, and is sent from the page that is opened next', async ({
  page,
  context,
}) => {
  await becomeMember(page, 'Jori')
  const attempt = await begin(page, QUIZ, 'test')
  await stopSaving(page)
  await answerRight(page, place)
  await expect(savingOf(page)).toHaveText(KEPT)

  await test.step('after a reload it is there, and said to be kept', async () => {
    await page.reload()
    await expect(fieldOf(page, place).getByRole('radio', { name: 'Paris' })).toBeChecked()
    await expect(savingOf(page)).toHaveText(KEPT)
    await expect(railOf(page).getByRole('button', { name: 'Question 1, answered' })).toBeVisible()
    await expectAccessible(page)
  })
  await test.step('after a crash the next page sends it, from whichever page of the attempt', async () => {
    await crash(page)
    expect(await rowsOf(attempt)).toEqual([])
    const next = await context.newPage()
    await next.goto(`${attempt}?page=3`)
    await expect(savingOf(next)).toHaveText(SAVED)
    expect(await rowsOf(attempt)).toEqual([{ questionId: place.id, version: 1 }])
    expect(await keptIn(next)).toEqual([])
  })
})

test('the review sends what was kept before it is handed in', async ({ page, context }) => {
  await becomeMember(page, 'Kaja')
  const attempt = await begin(page, QUIZ, 'test')
  await stopSaving(page)
  await answerRight(page, place)
  await expect(savingOf(page)).toHaveText(KEPT)
  await crash(page)
  const review = await context.newPage()
  await review.goto(`${attempt}/review`)
  await expect(
    review.getByText('One answer that was kept on this device has been sent.'),
  ).toBeVisible()
  await expect(review.getByRole('listitem').filter({ hasText: place.prompt })).toContainText(
    'Answered',
  )
})

test('who is signed out keeps every word; nobody else at this browser sees or sends it', async ({
  page,
  context,
}) => {
  const owner = await becomeMember(page, 'Lotte')
  const attempt = await begin(page, QUIZ, 'test')
  await context.clearCookies()
  await answerRight(page, place)
  await expect(savingOf(page)).toHaveText('Not saved, you are signed out')
  await expect(page.getByText('Your answers are kept on this device.')).toBeVisible()
  await expectAccessible(page)

  await test.step('somebody else signs in: their quiz is blank, and nothing is saved', async () => {
    const other = await context.newPage()
    await becomeMember(other, 'Milan')
    const theirs = await begin(other, QUIZ, 'test')
    await expect(savingOf(other)).toHaveText('All saved')
    await expect(fieldOf(other, place).getByRole('radio', { checked: true })).toHaveCount(0)
    await page.getByRole('button', { name: 'Try again' }).first().click()
    await expect(page.getByText('kept on this device for the account that gave them')).toBeVisible()
    await page.close()
    expect(await rowsOf(theirs)).toEqual([])
    expect(await rowsOf(attempt)).toEqual([])
    await other.close()
    await context.clearCookies()
  })
  await test.step('the owner signs in again, and all is sent', async () => {
    const again = await context.newPage()
    await signInAs(again, owner)
    await again.goto(attempt)
    await expect(fieldOf(again, place).getByRole('radio', { name: 'Paris' })).toBeChecked()
    await expect(savingOf(again)).toHaveText(SAVED)
    expect(await rowsOf(attempt)).toEqual([{ questionId: place.id, version: 1 }])
  })
})

test('signing out takes away what is kept, and says so before anything would be lost', async ({
  page,
  context,
}) => {
  await becomeMember(page, 'Nora')
  await begin(page, QUIZ, 'test')
  await stopSaving(page)
  await answerRight(page, place)
  await expect(savingOf(page)).toHaveText(KEPT)
  await crash(page)
  const account = await context.newPage()
  await stopSaving(account)
  await account.goto('/account')
  await account.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(account.getByText('Signing out now would lose it.')).toBeVisible({ timeout: 10_000 })
  await account.getByRole('button', { name: 'Sign out and lose them' }).click()
  await expect(account).toHaveURL('/sign-in')
  expect(await keptIn(account)).toEqual([])
})

test('who has the quiz open elsewhere is told where', async ({ page, context, openAs }) => {
  const person = await becomeMember(page, 'Olaf')
  const attempt = await begin(page, QUIZ, 'test')
  await page.reload()
  const tab = await context.newPage()
  await tab.goto(attempt)
  await expect(tab.getByText('This quiz is also open in another tab.')).toBeVisible()
  await expect(page.getByText('This quiz is also open in another tab.')).toBeVisible({
    timeout: 15_000,
  })
  await tab.close()
  await expect(page.getByText('This quiz is also open in another tab.')).toBeHidden({
    timeout: 45_000,
  })
  const device = await openAs('guest')
  await signInAs(device, person)
  await device.goto(attempt)
  await expect(
    device.getByText('This quiz is also open on another device (Chrome, Linux).'),
  ).toBeVisible()
  await expectAccessible(device)
})
