import type { Page } from '@playwright/test'
import { expect, test } from '@/tests/support/browser'
import { becomeMember } from '@/tests/support/forms'
import { expectFitForAll } from '@/tests/support/inspect'
import {
  answerRight,
  begin,
  COURSE,
  EVERY_KIND,
  fieldOf,
  LESSON,
  QUIZ,
  questionsOf,
} from '@/tests/support/quizzes'
import { openSchool, submit } from '@/tests/support/school'

test.use({ allowedComplaints: [/404/] })
test.setTimeout(120_000)

/** Looks at each page in turn; their titles have to differ. */
async function expectAllFit(page: Page, addresses: string[]): Promise<void> {
  const titles: string[] = []
  for (const address of addresses) {
    await test.step(address, async () => {
      await page.goto(address)
      titles.push(await expectFitForAll(page, address))
    })
  }
  expect(titles.filter((title, place) => titles.indexOf(title) !== place)).toEqual([])
}

test('pages for everybody are fit for everybody', async ({ page }) => {
  await expectAllFit(page, [
    '/',
    COURSE,
    LESSON,
    QUIZ,
    '/sign-in',
    '/sign-up',
    '/join',
    '/progress',
  ])
})

test('the pages of a course are fit for everybody', async ({ page }) => {
  test.setTimeout(240_000)
  const lessons = ['einstein-probe', 'smile', 'change-6-and-nils', 'telemetry-and-tracking']
  await expectAllFit(page, [
    `${COURSE}/glossary`,
    `${COURSE}/timeline`,
    `${COURSE}/sources`,
    `${COURSE}/search?q=solar+wind`,
    `${COURSE}/quizzes/final`,
    ...lessons.map((lesson) => `${COURSE}/lessons/${lesson}`),
  ])
  await page.goto(`${COURSE}/glossary?q=nothing-like-it`)
  await expectFitForAll(page, 'the glossary without a term')
})

test('pages about the site, of trouble and of mistakes are fit for everybody', async ({ page }) => {
  const about = ['sources', 'accessibility', 'privacy'].map((name) => `/about/${name}`)
  await expectAllFit(page, [...about, '/away', '/nowhere'])

  await page.goto('/sign-in')
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Write your password.')).toBeVisible()
  await expectFitForAll(page, 'sign-in with errors')
  const field = page.getByRole('main').getByLabel('Password', { exact: true })
  await expect(field).toHaveAccessibleDescription('Write your password.')
  await page.goto('/join?code=nonsense')
  await expectFitForAll(page, 'join with an error')
})

test('pages of a class and of an account are fit for everybody', async ({ openAs }) => {
  const [teacher, student] = [await openAs('guest'), await openAs('guest')]
  const { classroom, link, grade, done, open } = await openSchool([teacher, student])
  const people = `${classroom}/people`
  const ofClass = [classroom, people, `${people}/import`, `${classroom}/board`]
  await submit(teacher, grade, 'name="grade"', { grade: '85', unit: 'percent', reason: 'oral' })
  await expectAllFit(teacher, [...ofClass, grade, `${classroom}/weights`, '/classes', '/account'])
  await expectAllFit(student, [classroom, open, `${open}/review`, `${done}/result`, '/progress'])
  await expectAllFit(await openAs('demo-jonas'), [link])
  const newcomer = await openAs('guest')
  await becomeMember(
    newcomer,
    'Newcomer with a name that goes on for quite a while, von und zu Langenfeld',
  )
  await expectAllFit(newcomer, ['/classes', '/account'])
})

test('reports are fit for everybody', async ({ openAs }) => {
  const [teacher, student] = [await openAs('guest'), await openAs('guest')]
  const { classroom, report } = await openSchool([teacher, student])
  await expectAllFit(teacher, [`${classroom}/report`, `${classroom}/report/students`, report])
})

const questions = questionsOf(EVERY_KIND)
for (const half of [0, 1]) {
  test(`questions of every kind are fit for everybody, blank and explained, part ${half + 1}`, async ({
    page,
  }) => {
    const attempt = await submit(page, EVERY_KIND, 'Begin to practise')
    for (const [place, question] of questions.entries()) {
      if (place % 2 !== half) continue
      await page.goto(`${attempt}?page=${place + 1}`)
      await expectFitForAll(page, `${question.kind}, blank`)
      await answerRight(page, question)
      await page.getByRole('button', { name: 'Check', exact: true }).click()
      await expect(fieldOf(page, question).getByText(question.explanation)).toBeVisible()
      await expectFitForAll(page, `${question.kind}, explained`)
    }
  })
}

test('the first press of Tab offers a way past the bar', async ({ page }) => {
  for (const address of ['/', LESSON, QUIZ]) {
    await page.goto(address)
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Skip to content' })
    await expect(skip).toBeFocused()
    await expect(skip).toBeInViewport()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main')).toBeFocused()
  }
})

test('with forced colours a chosen option is told by a second line', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await begin(page, EVERY_KIND, 'practice')
  const options = page.getByRole('group').getByRole('listitem')
  await page.getByRole('radio').nth(1).check()
  const lines = (place: number) =>
    options.nth(place).evaluate((item) => {
      const style = getComputedStyle(item.querySelector('label') ?? item)
      const inner = style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth)
      return { outer: Number.parseFloat(style.borderTopWidth), inner }
    })
  const [chosen, other] = [await lines(1), await lines(3)]
  expect(chosen.outer).toBeGreaterThanOrEqual(1)
  expect(other.outer).toBeGreaterThanOrEqual(1)
  expect(chosen.inner, 'a second line').toBeGreaterThanOrEqual(2)
  expect(other.inner).toBe(0)
})

test('who asks for less motion gets none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const address of ['/', LESSON, QUIZ]) {
    await page.goto(address)
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const { transitionDuration, animationDuration, animationName, scrollBehavior } =
            getComputedStyle(element)
          const longest = (list: string) => Math.max(...list.split(',').map(Number.parseFloat))
          const isAnimated = animationName !== 'none' && longest(animationDuration) > 0.01
          return longest(transitionDuration) > 0.01 || isAnimated || scrollBehavior === 'smooth'
        }).length,
    )
    expect(moving, address).toBe(0)
  }
})
