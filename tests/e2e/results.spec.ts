import { expect, test } from '@/tests/support/browser'
import {
  begin,
  COURSE,
  EVERY_KIND,
  fieldOf,
  handIn,
  QUIZ,
  questionsOf,
  railOf,
  savingOf,
} from '@/tests/support/quizzes'
import { the } from '@/tests/support/the'

const questions = questionsOf(EVERY_KIND)
const of = (kind: string) => the(questions.find((question) => question.kind === kind))

test('what cannot be read as a number is told in the review and called that in the result', async ({
  page,
}) => {
  const number = of('numeric')
  const place = questions.indexOf(number) + 1
  await begin(page, EVERY_KIND, 'practice')
  await railOf(page)
    .getByRole('button', { name: new RegExp(`^Question ${place},`) })
    .click()
  await fieldOf(page, number).getByLabel('Your answer').fill('about forty')
  await page.keyboard.press('Tab')
  await expect(page.getByText('This cannot be read as a number yet.')).toBeVisible()
  await expect(savingOf(page)).toContainText('Saved')
  await railOf(page).getByRole('button', { name: 'Review and finish' }).click()
  const row = page.getByRole('list', { name: 'All questions' }).getByRole('listitem')
  await expect(row.nth(place - 1)).toContainText('Not a number')
  await expect(page.getByText('One answer cannot be read as a number')).toBeVisible()
  await page.getByRole('button', { name: 'Finish', exact: true }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('0 of 8 points (0 %)')
  const result = page.getByRole('article', { name: number.prompt })
  await expect(result).toContainText('Not a number')
  await expect(result).toContainText('What was written cannot be read as a number')
})

test('a result explains the options that were not chosen and an order that was left blank', async ({
  page,
}) => {
  await begin(page, EVERY_KIND, 'practice')
  await handIn(page, 'practice')
  const choice = page.getByRole('article', { name: of('single-choice').prompt })
  const others = choice.getByRole('group').filter({ hasText: 'The other options, and why not' })
  await expect(others.getByRole('term').first()).toBeHidden()
  await others.getByText('The other options, and why not').click()
  await expect(others.getByRole('term').first()).toBeVisible()
  const order = page.getByRole('article', { name: of('ordering').prompt })
  await expect(
    order.getByRole('list', { name: 'The right order' }).getByRole('listitem').first(),
  ).toBeVisible()
  await expect(order.getByText('no answer')).toHaveCount(1)
  const articles = page.getByRole('article')
  await expect(articles.first()).toContainText('Next to look at: 2')
  await expect(articles.last()).toContainText('That was the last one')
})

test('after a poor result the course leads back to it, and to the quiz', async ({ page }) => {
  const attempt = await begin(page, QUIZ, 'practice')
  await handIn(page, 'practice')
  await page.goto(COURSE)
  const next = page.getByRole('region', { name: 'once more' })
  await expect(next.getByRole('link', { name: 'To the quiz' })).toHaveAttribute('href', QUIZ)
  await expect(next.getByRole('link', { name: 'See what you missed' })).toHaveAttribute(
    'href',
    `${attempt}/result`,
  )
  const quizzes = page.getByRole('region', { name: 'Quizzes' })
  await expect(quizzes.getByRole('listitem').first()).toContainText('Best so far: 0 of 10, on')
  await expect(quizzes.getByText('Best so far')).toHaveCount(1)
})
