import { expect, test } from '@/tests/support/browser'
import { becomeMember } from '@/tests/support/forms'
import { begin, EVERY_KIND, handIn, QUIZ, questionsOf } from '@/tests/support/quizzes'

test.setTimeout(90_000)

test('keys choose, check and go on, and stay out of the way of typing', async ({ page }) => {
  await begin(page, EVERY_KIND, 'practice')
  await expect(page.getByText('Keys: 1–9 or A–I choose')).toBeVisible()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('2')
  await expect(page.locator('.qfield').getByRole('radio').nth(1)).toBeChecked()
  await page.keyboard.press('a')
  await expect(page.locator('.qfield').getByRole('radio').first()).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(page.locator('.qex h3').first()).toBeVisible()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('n')
  await expect(page).toHaveTitle(/^Question 2 of 8/)

  await test.step('the list opens, says what they do, and switches them off', async () => {
    await page.keyboard.press('?')
    const list = page.getByRole('dialog', { name: 'Keys' })
    await expect(list).toBeVisible()
    await page.keyboard.press('n')
    await expect(list).toBeVisible()
    await list.getByRole('checkbox', { name: 'Use these keys' }).uncheck()
    await list.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('n')
    await page.reload()
    await page.keyboard.press('n')
    await expect(page).toHaveTitle(/^Question 2 of 8/)
    // The button is there before its script is.
    await expect(async () => {
      await page.getByRole('button', { name: 'All keys (?)' }).click()
      await expect(list).toBeVisible({ timeout: 500 })
    }).toPass()
    await page.getByRole('checkbox', { name: 'Use these keys' }).check()
    await page.keyboard.press('Escape')
    await expect(list).toBeHidden()
  })

  await test.step('what is typed is typed', async () => {
    const place = questionsOf(EVERY_KIND).findIndex(({ kind }) => kind === 'short-text')
    await page.goto(`${page.url().split('?')[0]}?page=${place + 1}`)
    const field = page.locator('.qfield').getByRole('textbox')
    await field.pressSequentially('an 1 n?')
    await expect(field).toHaveValue('an 1 n?')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
})

test('practice asks how sure one is, and says afterwards how well that fitted', async ({
  page,
}) => {
  await becomeMember(page, 'Sure')
  await page.goto(QUIZ)
  await page.getByLabel('Ask me how sure I am').check()
  await page.getByText('What that is about').click()
  await expect(page.getByRole('row', { name: /^Quite sure .*3 −6/ })).toBeVisible()
  await page.getByRole('button', { name: 'Begin to practise' }).click()
  await expect(page.getByRole('group', { name: 'How sure are you?' })).toBeVisible()
  await page.locator('.qfield').getByRole('radio').first().check()
  await page.getByRole('radio', { name: /Quite sure/ }).check()
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(page.getByText('You said that you were quite sure.')).toBeVisible()
  await expect(page.getByRole('radio', { name: /Unsure/ })).toBeDisabled()
  await handIn(page, 'practice')
  await expect(page.getByText(/^You said “Quite sure” once, and/)).toBeVisible()
  await expect(page.getByText('In practice they change no score')).toBeVisible()
  await page.goto('/progress')
  await expect(page.getByRole('heading', { name: 'How sure against how right' })).toBeVisible()
  await expect(page.getByText(/“Quite sure”: \d of 1 right/)).toBeVisible()
  await page.goto(QUIZ)
  await expect(page.getByLabel('Ask me how sure I am')).toBeChecked()
})
