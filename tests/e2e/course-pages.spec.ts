import { expect, test } from '@/tests/support/browser'
import { COURSE } from '@/tests/support/quizzes'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the search of a course leads to the sentence that it found', async ({ page }) => {
    await page.goto(COURSE)
    await page.getByLabel('Search this course').fill('beam spreads area')
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    await expect(page).toHaveURL(/\/search\?q=beam\+spreads\+area$/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('“beam spreads area”')
    const hit = page.getByRole('listitem').filter({ hasText: 'Lesson · Telemetry and tracking' })
    await expect(hit.locator('mark').first()).toBeVisible()
    await hit.getByRole('link').first().click()
    await expect(page).toHaveURL(/\/lessons\/telemetry-and-tracking#s-/)
    await expect(page.locator(':target')).toBeInViewport()
  })

  test('what is not found is said, and signs of code stay text', async ({ page }) => {
    await page.goto(
      `${COURSE}/search?q=${encodeURIComponent('<img src=x onerror=alert(1)> "zzz"')}`,
    )
    await expect(page.getByText('The search found nothing in this course')).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      '“<img src=x onerror=alert(1)> "zzz"”',
    )
  })

  test('a search that finds nothing leads on to lessons, glossary and timeline', async ({
    page,
  }) => {
    await page.goto(`${COURSE}/search?q=banana`)
    const main = page.getByRole('main')
    for (const [name, address] of [
      ['Lessons', COURSE],
      ['Glossary', `${COURSE}/glossary`],
      ['Timeline', `${COURSE}/timeline`],
    ] as const)
      await expect(main.getByRole('link', { name, exact: true }).last()).toHaveAttribute(
        'href',
        address,
      )
  })

  test('a misspelt search leads to the one that was meant', async ({ page }) => {
    await page.goto(`${COURSE}/search?q=Einstien+Probe`)
    await expect(page.getByText('Did you mean “Einstein Probe”?')).toBeVisible()
    await expect(page.getByText('No place has all of these words; these have some.')).toBeVisible()
    await page.getByRole('link', { name: 'Einstein Probe', exact: true }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('“Einstein Probe”')
    await expect(page.getByText(/places/).first()).toBeVisible()
    await page.goto(`${COURSE}/search?q=magnetosfere`)
    await expect(page.getByText('Did you mean “magnetosphere”?')).toBeVisible()
  })

  test('an event that was found has its date in words', async ({ page }) => {
    await page.goto(`${COURSE}/timeline`)
    const event = page.getByRole('listitem').filter({ hasText: 'October 2007' }).first()
    const title = (await event.getByRole('heading').textContent()) ?? ''
    await page.goto(`${COURSE}/search?q=${encodeURIComponent(title)}`)
    const hit = page.getByRole('listitem').filter({ hasText: 'Timeline · October 2007' })
    await expect(hit.getByRole('heading')).toHaveText(title)
  })

  test('the glossary finds a term in three languages, and leads to its lesson', async ({
    page,
  }) => {
    await page.goto(`${COURSE}/glossary`)
    await page.getByLabel('Find a term').fill('telemesure')
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await expect(page.getByText('1 term with “telemesure”')).toBeVisible()
    await expect(page.getByText('télémesure')).toHaveAttribute('lang', 'fr')
    await expect(page.getByText('遥测')).toHaveAttribute('lang', 'zh-Hans')
    await page.getByRole('link', { name: 'Telemetry and tracking' }).click()
    await expect(page.locator(':target')).toContainText('Telemetry')
  })

  test('the glossary finds a term whatever sign joins its words', async ({ page }) => {
    await page.goto(`${COURSE}/glossary?q=xray`)
    await expect(page.getByText(/^\d+ terms? with “xray”$/)).toBeVisible()
    await expect(page.getByRole('main')).toContainText('X-ray')
  })

  test('a figure that answers its reader is a still picture', async ({ page }) => {
    await page.goto(`${COURSE}/lessons/smile`)
    await expect(page.getByRole('slider')).toHaveCount(0)
    const figure = page.getByRole('figure', { name: 'Smile’s orbit, seen from the side' })
    await expect(figure.getByRole('img')).toBeVisible()
  })
})

test('every fact is listed with its source and with what rests on it', async ({ page }) => {
  await page.goto(`${COURSE}/sources#fact-E7`)
  const fact = page.locator(':target')
  await expect(fact).toContainText('121,000 km')
  await fact.getByText(/^Cited in \d+ places/).click()
  await expect(fact.getByRole('link', { name: /^Figure: Smile’s orbit/ })).toBeVisible()
  await expect(fact.getByRole('link', { name: /^Quiz: Smile, \d questions?$/ })).toBeVisible()
  await fact.getByRole('link', { name: /^Lesson: Telemetry and tracking/ }).click()
  await expect(page.locator(':target')).toContainText('E7')
})

test('an event of the timeline leads to its facts and lessons', async ({ page }) => {
  await page.goto(`${COURSE}/timeline#change-6-landed`)
  const event = page.locator(':target')
  await expect(event).toContainText('2 June 2024')
  await expect(event).toContainText('Beijing time; 1 June in UTC')
  await event.getByRole('link', { name: /^Source F4: / }).click()
  await expect(page.locator(':target')).toContainText('Apollo basin')
})

test('a slider moves the craft along its orbit, and says so in words', async ({ page }) => {
  await page.goto(`${COURSE}/lessons/smile`)
  const slider = page.getByRole('slider', { name: 'Hours since the lowest point' })
  const figure = page.getByRole('figure', { name: 'Smile’s orbit, seen from the side' })
  await slider.focus()
  await page.keyboard.press('Home')
  const reading = figure.getByRole('status')
  await expect(reading).toContainText('about 5,000 km above the ground')
  await expect(reading).toContainText('8.0 km a second')
  for (let hour = 0; hour < 25; hour++) await page.keyboard.press('ArrowRight')
  await expect(slider).toHaveAttribute('aria-valuetext', /^25 hours after the lowest point, /)
  await expect(reading).toContainText('about 121,000 km above the ground')
})

test('a timeline is gone through by keyboard, from the first event to the last', async ({
  page,
}) => {
  await page.goto(`${COURSE}/lessons/who-is-at-the-table`)
  const slider = page.getByRole('slider', { name: 'Go through it step by step' })
  await slider.focus()
  await page.keyboard.press('End')
  await expect(slider).toHaveAttribute(
    'aria-valuetext',
    /^(\d+) of \1, May 2026: Smile is launched$/,
  )
  await page.keyboard.press('ArrowLeft')
  await expect(slider).toHaveAttribute('aria-valuetext', /January 2026: the meeting in Paris$/)
})
