import { expect, test } from '@/tests/support/browser'
import { becomeMember, signInAs } from '@/tests/support/forms'
import { LESSON } from '@/tests/support/quizzes'

test.setTimeout(90_000)

test('reading goes on where it stopped: on this device without an account, and on another with one', async ({
  page,
  openAs,
}) => {
  const section = page.locator('.read section').nth(2)
  const scrollTo = async () => {
    await page.goto(LESSON)
    const title = await section.getByRole('heading', { level: 2 }).textContent()
    await section.locator('.sentence').nth(3).scrollIntoViewIfNeeded()
    await page.mouse.wheel(0, 300)
    return title ?? ''
  }
  await test.step('a guest’s browser offers the place', async () => {
    await scrollTo()
    await page.waitForFunction(() =>
      Object.keys(localStorage).some((key) => key.startsWith('rendezvous-place')),
    )
    await page.goto(LESSON)
    await expect(page.getByText(/^You stopped at “/)).toBeVisible()
    await page.getByRole('link', { name: 'Go on there' }).click()
    await expect(page.locator(':target')).toBeInViewport()
  })

  await test.step('an account has it on another device', async () => {
    const person = await becomeMember(page, 'Reader')
    await page.evaluate(() => localStorage.clear())
    const noted = page.waitForRequest((request) => request.method() === 'PUT')
    await scrollTo()
    expect((await (await noted).response())?.status()).toBe(204)
    const device = await openAs('guest')
    await signInAs(device, person)
    await device.goto(LESSON)
    await expect(device.getByText(/^You stopped at “/)).toBeVisible()
    await device.goto('/progress')
    await expect(device.getByRole('link', { name: 'Go on reading' })).toHaveAttribute('href', /#/)
  })
})
