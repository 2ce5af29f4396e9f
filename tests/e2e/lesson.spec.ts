import { expect, test } from '@/tests/support/browser'
import { COURSE } from '@/tests/support/quizzes'

const SMILE = `${COURSE}/lessons/smile`

test('the section that is read is marked, after a jump as after scrolling', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(SMILE)
  const sections = page.getByRole('navigation', { name: 'Sections of this lesson' })
  const current = sections.locator('[aria-current="location"]:visible')
  await expect(current).toHaveCount(0)
  await sections.getByRole('link', { name: 'Built together' }).click()
  await expect(current).toHaveText('Built together')
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await expect(current).toHaveText('Facts and sources')
})

test('on a phone one line says where one is, and folds up after a choice', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 700 })
  await page.goto(`${SMILE}#four-instruments`)
  const sections = page.getByRole('navigation', { name: 'Sections of this lesson' })
  const line = sections.getByText('2 of 7: Four instruments')
  await expect(line).toBeInViewport()
  await line.click()
  await sections.getByRole('link', { name: 'Built together' }).click()
  await expect(sections.getByText('4 of 7: Built together')).toBeInViewport()
  await expect(sections.getByRole('link', { name: 'From Paris to launch' })).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Built together' })).toBeInViewport()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a question to think about has an answer to compare with', async ({ page }) => {
    await page.goto(SMILE)
    const check = page.getByRole('group', { name: 'Stop and think' }).first()
    const answer = check.getByText('measure at the place where they are')
    await expect(answer).toBeHidden()
    await check.getByText('Compare your answer').click()
    await expect(answer).toBeVisible()
  })

  test('a lesson that is marked as read says so, and where to go on', async ({ page }) => {
    await page.goto(SMILE)
    await page.getByRole('button', { name: 'Mark as read' }).click()
    await expect(page.getByText('“Smile” is marked as read.')).toBeVisible()
    await page.getByRole('link', { name: /^Or go on reading: / }).click()
    await expect(page).toHaveURL(`${COURSE}/lessons/change-6-and-nils`)
  })
})
