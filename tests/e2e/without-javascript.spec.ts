import { expect, test } from '@/tests/support/browser'
import { becomeMember, newPerson } from '@/tests/support/forms'
import {
  answerRight,
  begin,
  EVERY_KIND,
  fieldOf,
  handIn,
  LESSON,
  QUIZ,
  questionsOf,
  railOf,
} from '@/tests/support/quizzes'

test.use({ javaScriptEnabled: false })
test.setTimeout(120_000)

test('signing up and in works without JavaScript, and a mistake costs no typing', async ({
  page,
}) => {
  const person = newPerson('Ivo')
  const main = page.getByRole('main')

  await page.goto('/sign-up?next=/progress')
  await main.getByLabel('Your name').fill(person.name)
  await main.getByLabel('E-mail address').fill(person.email)
  await main.getByLabel('New password').fill('short')
  await main.getByRole('button', { name: 'Make the account' }).click()
  await expect(page.getByText('Use at least 8 characters.')).toBeVisible()
  await expect(main.getByLabel('Your name')).toHaveValue(person.name)
  await expect(main.getByLabel('E-mail address')).toHaveValue(person.email)
  await expect(main.getByLabel('New password')).toHaveValue('')
  await main.getByLabel('New password').fill(person.password)
  await main.getByRole('button', { name: 'Make the account' }).click()
  await expect(page).toHaveURL('/progress')

  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/sign-in')

  await page.goto('/sign-in?next=/classes')
  await main.getByLabel('E-mail address or username').fill(person.email)
  await main.getByLabel('Password', { exact: true }).fill('not this one')
  await main.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('The name and the password do not fit together.')).toBeVisible()
  await expect(main.getByLabel('E-mail address or username')).toHaveValue(person.email)
  await expect(main.getByLabel('Password', { exact: true })).toHaveValue('')
  await main.getByLabel('Password', { exact: true }).fill(person.password)
  await main.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/classes')
})

test('a class is made, joined and given a quiz without JavaScript', async ({ page, browser }) => {
  await becomeMember(page, 'Mr Haas')
  await page.goto('/classes')
  await page.getByLabel('Name of the class').fill('Class 6b')
  await page.getByRole('button', { name: 'Make the class' }).click()
  const here = new URL(page.url()).pathname
  await page.getByRole('link', { name: 'People and code' }).click()
  const share = page.getByRole('region', { name: 'Bring your students in' })
  const shown = share.getByRole('link', { name: /\/join\// })
  const link = new URL((await shown.getAttribute('href')) ?? '').pathname
  await page.goto(here)
  await page.getByLabel('Quiz', { exact: true }).selectOption('The meeting in Paris (10 questions)')
  await page.getByRole('button', { name: 'Set this quiz' }).click()
  await page.getByRole('button', { name: 'Set it' }).click()
  await expect(page.getByText('No quiz is set yet.')).toHaveCount(0)

  const context = await browser.newContext({ javaScriptEnabled: false })
  const student = await context.newPage()
  await becomeMember(student, 'Mira')
  await student.goto(link)
  await student.getByRole('button', { name: 'Join this class' }).click()
  await expect(student).toHaveURL(here)
  await student.getByRole('link', { name: 'Look at it and begin' }).click()
  await student.getByRole('button', { name: 'Begin' }).click()
  await expect(student).toHaveURL(/\/attempts\/[^/]+$/)
  await context.close()
})

test('a test is answered, flagged, reviewed and handed in without JavaScript', async ({ page }) => {
  await becomeMember(page, 'Pia')
  await begin(page, QUIZ, 'test')
  const questions = questionsOf(QUIZ)
  for (const [place, question] of questions.entries()) {
    await answerRight(page, question)
    if (place === 0) {
      await fieldOf(page, question)
        .getByRole('button', { name: /^Flag for later/ })
        .click()
      await expect(
        fieldOf(page, question).getByRole('button', { name: /^Flagged ?, remove/ }),
      ).toBeVisible()
      await expect(fieldOf(page, question).getByRole('radio', { checked: true })).toHaveCount(1)
    }
    if (place === 1) await expect(page.getByRole('status', { name: 'Saving' })).toBeHidden()
    if (place % 2 === 1 && place < questions.length - 1)
      await page
        .getByRole('button', { name: /^Questions? \d+( and \d+)?$/ })
        .last()
        .click()
  }
  await railOf(page).getByRole('button', { name: 'Review and hand in' }).click()
  await expect(page.getByText('Every question is answered.')).toBeVisible()
  await expect(page.getByText('One question is flagged.')).toBeVisible()
  await page.getByRole('button', { name: 'Hand in', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('10 of 10 points (100 %)')
})

test('blanks are told before handing in, which stays allowed', async ({ page }) => {
  await becomeMember(page, 'Noor')
  await begin(page, QUIZ, 'test')
  const [first] = questionsOf(QUIZ)
  if (first) await answerRight(page, first)
  await railOf(page).getByRole('button', { name: 'Review and hand in' }).click()
  await expect(page.getByText('9 questions are blank. Hand in anyway?')).toBeVisible()
  await page.getByRole('button', { name: 'Hand in', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 of 10 points (10 %)')
  await expect(page.getByText('One right, nine left blank.')).toBeVisible()
})

test('somebody without an account reads, practises every kind and sees each answer explained, without JavaScript', async ({
  page,
}) => {
  await page.goto(LESSON)
  await page.getByRole('button', { name: 'Mark as read' }).click()
  await expect(page.getByText('“The meeting” is marked as read.')).toBeVisible()
  await begin(page, EVERY_KIND, 'practice')
  const questions = questionsOf(EVERY_KIND)
  for (const [place, question] of questions.entries()) {
    const check = page.getByRole('button', { name: 'Check', exact: true })
    if (place === 0) {
      await check.click()
      await expect(page.getByText('This question is blank.')).toBeVisible()
      await expect(page.getByText(question.explanation)).toHaveCount(0)
    }
    await answerRight(page, question)
    await check.click()
    await expect(fieldOf(page, question).getByRole('heading', { level: 3 })).toContainText('Right')
    await expect(page.getByText(question.explanation)).toBeVisible()
    if (place < questions.length - 1)
      await page.getByRole('button', { name: 'Next question' }).click()
  }
  await handIn(page, 'practice')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('8 of 8 points (100 %)')
  await page.getByRole('link', { name: 'Open in the lesson' }).first().click()
  await expect(page.locator(':target')).toBeInViewport()
})

test('checking from an old page fixes no answer that the learner has not seen there', async ({
  page,
  context,
}) => {
  const attempt = await begin(page, EVERY_KIND, 'practice')
  const other = await context.newPage()
  await other.goto(attempt)
  await other.getByRole('radio').nth(1).check()
  await other.getByRole('button', { name: 'Question 2', exact: false }).first().click()
  await other.waitForURL('**page=2**')

  await page.getByRole('radio').nth(0).check()
  await page.getByRole('button', { name: 'Check', exact: true }).last().click()
  await expect(page.getByText('The newer answer stands and is shown now.')).toBeVisible()
  await expect(page.getByRole('radio').nth(1)).toBeChecked()
  await expect(page.getByRole('radio').nth(1)).toBeEnabled()
})
