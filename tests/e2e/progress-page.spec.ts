import { expect, test } from '@/tests/support/browser'
import { expectFitForAll } from '@/tests/support/inspect'

test.setTimeout(90_000)

test('six weeks of study are drawn, told in tables, and fit for everybody', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'demo-learner')
  await page.goto('/progress')
  for (const name of [
    /^Objectives by level/,
    /^The next thirty days/,
    /^Scores over time/,
    /^How sure against/,
  ])
    await expect(page.getByRole('img', { name }).first()).toBeVisible()
  const figure = page.locator('figure').filter({ hasText: 'Objectives by level' })
  await figure.getByText('The same numbers as a table').click()
  const last = figure.getByRole('row').nth(1)
  const mastered = (await last.getByRole('cell').last().textContent())?.trim()
  await expect(
    figure
      .locator('svg text')
      .filter({ hasText: `${mastered} Mastered` })
      .first(),
  ).toBeVisible()
  await expectFitForAll(page, 'the progress of six weeks')

  await test.step('months are links, and days of study are told in words', async () => {
    await page.getByRole('link', { name: 'The month before' }).click()
    await expect(page).toHaveURL(/month=/)
    await expect(page.getByRole('table', { name: /^Days of study in/ })).toBeVisible()
  })

  await test.step('a question has its forgetting curve', async () => {
    await page.getByRole('link', { name: 'All questions that come back' }).click()
    await expectFitForAll(page, 'the questions that come back')
    await page.getByRole('rowheader').first().getByRole('link').click()
    await expect(page.getByRole('img', { name: /^How it is remembered/ }).first()).toBeVisible()
    await page.getByText('The log from which this follows').click()
    await expect(page.getByRole('cell', { name: 'in a quiz' }).first()).toBeVisible()
    await expectFitForAll(page, 'a forgetting curve')
  })
})

test('a weekly goal is set and taken away, also without a script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/sign-up')
  await page.getByLabel('Your name').fill('Goal')
  await page.getByLabel('E-mail address').fill(`goal-${Date.now()}@example.org`)
  await page.getByLabel('New password').fill('seven green submarines')
  await page.getByRole('button', { name: 'Make the account' }).click()
  await page.goto('/progress')
  await page.getByLabel('On how many days a week').selectOption('3')
  await page.getByRole('button', { name: 'Set it' }).click()
  await expect(page.getByText('0 of 3 days this week.')).toBeVisible()
  await page.getByLabel('On how many days a week').selectOption('')
  await page.getByRole('button', { name: 'Set it' }).click()
  await expect(page.getByText('No day of study yet this week.')).toBeVisible()
  await context.close()
})
