import type { Page } from '@playwright/test'
import { expect, test } from '@/tests/support/browser'
import { COURSE } from '@/tests/support/quizzes'

/** A figure's slider and its readings, once the slider answers. */
async function figureOf(page: Page, lesson: string, figureName: string, sliderName: string) {
  await page.goto(`${COURSE}/lessons/${lesson}`)
  const figure = page.getByRole('figure', { name: figureName })
  const slider = figure.getByRole('slider', { name: sliderName })
  const reading = figure.getByRole('status')
  const before = await reading.textContent()
  await expect(async () => {
    await slider.press('Home')
    await slider.press('ArrowRight')
    expect(await reading.textContent()).not.toBe(before)
  }).toPass()
  return { figure, slider, reading }
}

test('each step of the distance takes the light twice as long and four times the power', async ({
  page,
}) => {
  const { slider, reading } = await figureOf(
    page,
    'telemetry-and-tracking',
    'Three jobs on one radio link',
    'Distance, doubled with each step',
  )
  await expect(slider).toHaveAttribute('aria-valuetext', /^1,200 km away, /)
  await expect(reading).toContainText('4 times the power')
  await slider.press('ArrowRight')
  await expect(reading).toContainText('16 times the power')
  await slider.press('End')
  await expect(slider).toHaveAttribute('aria-valuetext', /^614,400 km away, /)
  await expect(reading).toContainText('2.05 seconds one way')
  await expect(reading).toContainText('1,048,576 times the power')
})

test('a second source has an image of its own, unless it stands where the first does', async ({
  page,
}) => {
  const { slider, reading } = await figureOf(
    page,
    'einstein-probe',
    'How a lobster’s eye gathers X-rays',
    'Direction of a second source, in degrees',
  )
  await slider.fill('0')
  await expect(reading).toContainText('both sources have one image')
  await slider.press('ArrowRight')
  await expect(reading).toContainText('as sharp as the first')
  await expect(slider).toHaveJSProperty('value', '1')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  for (const [lesson, name] of [
    ['telemetry-and-tracking', 'Three jobs on one radio link'],
    ['einstein-probe', 'How a lobster’s eye gathers X-rays'],
  ] as const)
    test(`“${name}” is a still picture without controls`, async ({ page }) => {
      await page.goto(`${COURSE}/lessons/${lesson}`)
      const figure = page.getByRole('figure', { name })
      await expect(figure.getByRole('img')).toBeVisible()
      await expect(figure.getByRole('slider')).toHaveCount(0)
      await expect(figure.getByRole('status')).toHaveCount(0)
    })
})
