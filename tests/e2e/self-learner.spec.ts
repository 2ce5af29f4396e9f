import { expect, test } from '@/tests/support/browser'
import { newPerson } from '@/tests/support/forms'
import {
  answerRight,
  begin,
  EVERY_KIND,
  fieldOf,
  handIn,
  LESSON,
  QUIZ,
  questionsOf,
} from '@/tests/support/quizzes'

test.setTimeout(90_000)

test('somebody alone reads, practises, makes an account, keeps all of it, takes the test and sees why', async ({
  page,
}) => {
  const person = newPerson('Rosa')

  await test.step('the start page leads to the first lesson, which can be marked as read', async () => {
    await page.goto('/')
    await page.getByRole('link', { name: 'Read the first lesson' }).click()
    await expect(page).toHaveURL(LESSON)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The meeting in Paris')
    await page.getByRole('button', { name: 'Mark as read' }).click()
    await expect(page).toHaveURL(`${QUIZ}?read=1`)
    await expect(page.getByText('“The meeting” is marked as read.')).toBeVisible()
    await expect(page.getByRole('link', { name: /^Or go on reading/ })).toBeVisible()
  })

  await test.step('practice explains each question of every kind once it is checked', async () => {
    await begin(page, EVERY_KIND, 'practice')
    const questions = questionsOf(EVERY_KIND)
    for (const [place, question] of questions.entries()) {
      const field = fieldOf(page, question)
      await answerRight(page, question)
      await expect(page.getByText(question.explanation)).toHaveCount(0)
      await page.getByRole('button', { name: 'Check', exact: true }).click()
      await expect(field.getByRole('heading', { level: 3 })).toContainText('Right')
      await expect(field.getByText(question.explanation)).toBeVisible()
      await expect(field.getByText('How it is scored:')).toBeVisible()
      const [first] = question.evidence
      await expect(field.locator('mark').first()).toContainText(first?.quote ?? 'no evidence')
      await expect(field.getByRole('link', { name: 'Open in the lesson' }).first()).toBeVisible()
      if (place < questions.length - 1)
        await page.getByRole('button', { name: 'Next question' }).click()
    }
    await handIn(page, 'practice')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('8 of 8 points (100 %)')
  })

  await test.step('an account takes over what was done without one', async () => {
    await page.getByRole('link', { name: 'Make an account to keep this result' }).click()
    await page.getByLabel('Your name').fill(person.name)
    await page.getByLabel('E-mail address').fill(person.email)
    await page.getByLabel('New password').fill(person.password)
    await page.getByRole('button', { name: 'Make the account' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('8 of 8 points (100 %)')
    await page.goto('/progress')
    await expect(page.getByText(/^One day of study in/)).toBeVisible()
    await expect(page.getByText('Kept for this browser.')).toHaveCount(0)
  })

  await test.step('the test of the lesson shows nothing of its key before it is handed in', async () => {
    await begin(page, QUIZ, 'test')
    const questions = questionsOf(QUIZ)
    for (const [place, question] of questions.entries()) {
      if (place === 0) await fieldOf(page, question).getByRole('radio', { name: 'Beijing' }).check()
      else await answerRight(page, question)
      await expect(page.getByRole('button', { name: 'Check', exact: true })).toHaveCount(0)
      await expect(page.getByText(question.explanation)).toHaveCount(0)
      if (place % 2 === 1 && place < questions.length - 1)
        await page
          .getByRole('button', { name: /^Questions? \d+( and \d+)?$/ })
          .last()
          .click()
    }
    await handIn(page)
  })

  await test.step('the result has the score, the rule, the right answer and the passage', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('9 of 10 points (90 %)')
    const [first] = questionsOf(QUIZ)
    const missed = page.getByRole('article', { name: first?.prompt ?? '' })
    await expect(missed).toContainText('Wrong')
    await expect(missed).toContainText(
      'Beijing is where the framework agreement of 2005 was signed.',
    )
    await expect(missed).toContainText(
      'How it is scored: One answer is right and earns all points.',
    )
    await expect(missed.locator('mark')).toContainText('a historic meeting took place in Paris')
    await expect(page.getByRole('article')).toHaveCount(10)
  })

  await test.step('“Open in the lesson” leads to the very sentence, which is marked', async () => {
    const [first] = questionsOf(QUIZ)
    const missed = page.getByRole('article', { name: first?.prompt ?? '' })
    await missed.getByRole('link', { name: 'Open in the lesson' }).click()
    await expect(page).toHaveURL(new RegExp(`${LESSON}#`))
    const sentence = page.locator(':target')
    await expect(sentence).toContainText('a historic meeting took place in Paris')
    await expect(sentence).toBeInViewport()
    const look = (target: string) =>
      page.locator(target).evaluate((element) => getComputedStyle(element).backgroundColor)
    expect(await look('.sentence:target')).not.toBe(await look('.sentence:not(:target) >> nth=0'))
  })

  await test.step('the progress page has best, latest, the picture and the next step', async () => {
    await begin(page, QUIZ, 'test')
    await handIn(page)
    await page.goto('/progress')
    await expect(page.getByText(/^One day of study in/)).toBeVisible()
    const row = page
      .getByRole('region', { name: 'Quizzes' })
      .getByRole('row', { name: /The meeting in Paris/ })
    await expect(row.getByRole('link')).toHaveText(['The meeting in Paris', '9 of 10', '0 of 10'])
    const picture = page.getByRole('img', { name: /^Scores over time. 3 results, from 100\s%/ })
    await expect(picture.first()).toBeVisible()
    await expect(page.getByText('Next step')).toBeVisible()
    await expect(page.getByRole('heading', { name: /^Read “Who is at the table/ })).toBeVisible()
    await expect(
      page.getByText('It is the first lesson that you have not read: about 7 minutes.'),
    ).toBeVisible()
  })
})
