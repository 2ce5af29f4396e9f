import { execFileSync } from 'node:child_process'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '@/tests/support/browser'
import { becomeMember } from '@/tests/support/forms'
import { openClass, submit } from '@/tests/support/school'
import { databaseAddress } from '@/tests/support/served'

// What belongs to somebody else answers 404, which browsers note as an error.
test.use({ allowedComplaints: [/404/] })
test.setTimeout(120_000)

interface Made {
  classId: string
  quizId: string
  /** By the student's name. */
  attempts: Record<string, string>
}

/** A class of twelve whose answers and figures are known, and of these people's. */
function makeClass(people: string[]): Made {
  const script = ['--import', 'tsx', '--conditions=react-server']
  const file = 'tests/support/make-analysed-class.ts'
  const made = execFileSync(process.execPath, [...script, file, ...people], {
    env: {
      ...process.env,
      DATABASE_URL: databaseAddress(),
      NEXTAUTH_SECRET: 'only-for-making-a-class-in-browser-tests',
      NEXTAUTH_URL: 'http://localhost',
    },
  })
  return JSON.parse(made.toString('utf8'))
}

/** A row of a table as the texts of its cells. */
const cellsOf = (page: Page, name: string | RegExp) =>
  page.getByRole('row', { name }).getByRole('cell')

test('the item analysis tells a teacher which question to look at, and who answered what', async ({
  openAs,
}) => {
  const [teacher, observer, student, stranger] = [
    await openAs('guest'),
    await openAs('guest'),
    await openAs('guest'),
    await openAs('demo-jonas'),
  ]
  const { email } = await becomeMember(teacher, 'Ms Okafor')
  const { email: observing } = await becomeMember(observer, 'Mr Lindqvist')
  const { email: learning } = await becomeMember(student, 'Mio')
  const { classId, quizId, attempts } = makeClass([email, observing, learning])
  const here = `/classes/${classId}/quizzes/${quizId}/analysis`

  await test.step('the gradebook leads to it', async () => {
    await teacher.goto(`/classes/${classId}`)
    await teacher.getByRole('link', { name: 'Item analysis Quiz' }).click()
    await expect(teacher).toHaveURL(here)
    await expect(teacher.getByRole('heading', { level: 1 })).toHaveText('An analysed quiz')
  })

  await test.step('it says how few it rests on, and what to look at first', async () => {
    await expect(teacher.getByText('12 first attempts: read these numbers as hints.')).toBeVisible()
    const first = teacher.getByRole('region', { name: '4. Second choice' }).first()
    await expect(first).toContainText('Look at this first')
    await expect(first).toContainText(
      'Students who did well overall got this wrong more often than the others: check the key.',
    )
  })

  await test.step('every question has the figures that were worked out apart', async () => {
    const table = teacher.getByRole('region', { name: 'All questions' })
    await expect(table.getByRole('row', { name: 'First choice' })).toContainText(
      /0\.75\s*0\.63\s*0\.79\s*very good/,
    )
    await expect(table.getByRole('row', { name: 'Second choice' })).toContainText(
      /0\.50\s*−0\.70\s*−0\.82\s*negative: check the key/,
    )
    await expect(table.getByRole('row', { name: 'Several' })).toContainText(
      /0\.58\s*0\.73\s*0\.80\s*very good/,
    )
    const whole = teacher.getByRole('region', { name: 'The quiz as a whole' })
    await expect(whole).toContainText('60 %, 3.58 of 6 points')
    await expect(whole).toContainText('43 %')
    await expect(whole).toContainText('1.17 points either way')
  })

  await test.step('each drawing is one image that is told in words', async () => {
    const plot = teacher.getByRole('img', { name: 'Facility and discrimination.' })
    await expect(plot).toHaveAccessibleDescription(
      '5 questions are shown. One lies below zero discrimination, none between zero and 0.30, and 4 at 0.30 or above.',
    )
    await expect(teacher.getByRole('img', { name: 'How the scores are spread.' })).toBeVisible()
    await expect(teacher.getByRole('main').getByRole('img')).toHaveCount(3)
  })

  await test.step('a row leads to what was answered, by whom, and why it is wrong', async () => {
    await teacher.getByRole('region', { name: 'All questions' }).getByText('A word').click()
    await expect(teacher).toHaveURL(`${here}?which=first&item=q3#item`)
    const item = teacher.getByRole('region', { name: '3. A word' }).last()
    await expect(item).toContainText('1 point, asked 12 times, left blank once')
    await expect(item).toContainText('0.50, probably 0.25 to 0.75')
    const answers = item.getByRole('region', { name: 'What was answered' })
    await expect(answers.getByRole('row', { name: /canary key short/ })).toContainText('50 %')
    await expect(answers.getByRole('row', { name: /Beijing/ })).toContainText(
      /2\s*17\s%\s*Hana\s*Ivo/,
    )
    await expect(answers.getByRole('row', { name: /Left blank/ })).toContainText('Lou')
    const wrong = item.getByRole('region', { name: 'Wrong answers by what they mistake' })
    await expect(wrong.getByRole('row', { name: /canary reason short/ })).toContainText(
      /17\s%\s*Emil\s*Jun/,
    )
    await answers.getByRole('link', { name: 'Hana' }).click()
    await expect(teacher).toHaveURL(`/attempts/${attempts.Hana}/result`)
    await expect(teacher.getByText(/^Hana, An analysed quiz, /)).toBeVisible()
  })

  await test.step('other attempts are a link away, and the question stays', async () => {
    await teacher.goto(`${here}?which=first&item=q3#item`)
    await teacher.getByRole('link', { name: 'All attempts' }).click()
    await expect(teacher).toHaveURL(`${here}?which=all&item=q3`)
    await expect(teacher.getByText('12 attempts: read these numbers as hints.')).toBeVisible()
    await expect(teacher.getByRole('heading', { name: '3. A word' }).last()).toBeVisible()
    await teacher.goto(`${here}?which=nonsense&item=nonsense`)
    await expect(teacher.getByText('12 first attempts:')).toBeVisible()
  })

  await test.step('it is fit for everybody, on a small screen too', async () => {
    await teacher.goto(`${here}?item=q5`)
    await expectAccessible(teacher)
    await teacher.setViewportSize({ width: 320, height: 800 })
    const over = await teacher.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return scrollWidth - clientWidth
    })
    expect(over).toBe(0)
    const smallest = await teacher.evaluate(() =>
      Math.min(
        ...[...document.querySelectorAll('.drawing-narrow text')].map((text) => {
          const { height } = text.getBoundingClientRect()
          return height
        }),
      ),
    )
    expect(smallest).toBeGreaterThan(12)
  })

  await test.step('an observer reads the same; a student and a stranger find nothing', async () => {
    await observer.goto(here)
    await expect(cellsOf(observer, /Second choice/).nth(2)).toHaveText('−0.70')
    for (const page of [student, stranger]) {
      const answer = await page.goto(here)
      expect(answer?.status()).toBe(404)
    }
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a class in which nothing was handed in has an analysis that says so', async ({
    page,
    openAs,
  }) => {
    await becomeMember(page, 'Ms Early')
    const { classroom, link } = await openClass(page, 'Class 9c')
    const student = await openAs('guest')
    await becomeMember(student, 'Nia')
    await submit(student, link, 'Join this class')
    await page.goto(classroom)
    await page
      .getByRole('link', { name: /^Item analysis/ })
      .first()
      .click()
    await expect(page.getByText('Nothing has been handed in yet.')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Formulas and their sources' })).toBeVisible()
  })
})
