import type { Page } from '@playwright/test'
import { expect, test } from '@/tests/support/browser'
import { formAt, formsOf, post } from '@/tests/support/forms'
import { expectFitForAll } from '@/tests/support/inspect'
import { fieldOf, QUIZ, questionsOf } from '@/tests/support/quizzes'
import { beginSet, type School, schoolWith, submit } from '@/tests/support/school'

test.setTimeout(180_000)

const [place] = questionsOf(QUIZ)

/** A school whose results show everything after handing in. */
async function openSchool(pages: [Page, Page]): Promise<School> {
  const school = await schoolWith(pages, {})
  const { teacher, setting, classroom } = school
  await teacher.goto(setting)
  for (const box of await teacher.locator('input[name="review.afterSubmission"]').all())
    await box.check()
  await teacher.getByRole('button', { name: 'Save' }).click()
  await teacher.waitForURL((url) => url.pathname === classroom)
  return school
}

/** The student answers the first question with this option and hands in; the result's address. */
async function handInWith(student: Page, assigned: string, option: string): Promise<string> {
  const id = await beginSet(student, assigned)
  if (!place) throw new Error('The quiz has a first question')
  const saved = student.waitForResponse((answer) => answer.url().includes('/responses/'))
  await fieldOf(student, place).getByRole('radio', { name: option }).check()
  await saved
  await submit(student, `/attempts/${id}/review`, 'Hand in')
  return `/attempts/${id}/result`
}

test('a teacher accepts a second answer: shown first, then applied, told, and taken back', async ({
  openAs,
}) => {
  const { teacher, student, setting, assigned, secret } = await openSchool([
    await openAs('guest'),
    await openAs('guest'),
  ])
  const result = await handInWith(student, assigned, 'Beijing')

  await test.step('what cannot be is said at its field, and nothing is lost', async () => {
    await teacher.goto(setting)
    await teacher.getByRole('link', { name: 'Questions', exact: true }).click()
    await expectFitForAll(teacher, 'the questions')
    await teacher.getByRole('link', { name: /Place of the meeting/ }).click()
    await expect(teacher.getByRole('checkbox', { name: 'Paris' })).toBeChecked()
    await teacher.getByRole('checkbox', { name: 'Beijing' }).check()
    await teacher.getByLabel('Points').fill('none')
    await teacher.getByRole('button', { name: 'Show what would change' }).click()
    await expect(teacher.getByText('Write a whole number from 1 to 20.')).toBeVisible()
    await expect(teacher.getByText(/Students are told\./)).toBeVisible()
    await expect(teacher.getByRole('checkbox', { name: 'Beijing' })).toBeChecked()
  })

  await test.step('what would change is shown, and nothing is changed yet', async () => {
    await teacher.getByLabel('Points').fill('1')
    await teacher.getByLabel('What was wrong').fill('Beijing can be read out of the text, too.')
    await teacher.getByRole('button', { name: 'Show what would change' }).click()
    await expect(teacher.getByText('1 attempt gains.')).toBeVisible()
    const row = teacher.getByRole('row', { name: `Pupil ${secret}` })
    await expect(row.getByRole('cell')).toHaveText(['0 of 10 (0 %)', '1 of 10 (10 %)', '+10 %'])
    await expect(teacher.getByText('Class average: 0 % before, 10 % after.')).toBeVisible()
    await expectFitForAll(teacher, 'a correction')
    await student.goto(result)
    await expect(student.getByRole('heading', { level: 1 })).toHaveText('0 of 10 points (0 %)')
  })

  await test.step('a form that was changed since is not applied', async () => {
    await teacher.getByRole('checkbox', { name: 'Marks may fall' }).check()
    await teacher.getByRole('button', { name: 'Apply' }).click()
    await expect(teacher.getByText(/Nothing has been applied: look again/)).toBeVisible()
    await teacher.getByRole('checkbox', { name: 'Marks may fall' }).uncheck()
    await teacher.getByRole('button', { name: 'Show again' }).click()
    await expect(teacher.getByText(/look again/)).toBeHidden()
  })

  await test.step('it is applied, and the student is told why', async () => {
    await teacher.getByRole('button', { name: 'Apply' }).click()
    await expect(teacher.getByText('Applied.')).toBeVisible()
    await expect(teacher.getByText('Key corrected')).toBeVisible()
    await student.reload()
    await expect(student.getByRole('heading', { level: 1 })).toHaveText('1 of 10 points (10 %)')
    await expect(student.getByText(/^From 0 of 10 to 1 of 10 points on/)).toContainText(
      'Why: Beijing can be read out of the text, too.',
    )
    const question = student.getByRole('article', { name: /where did the meeting take place/ })
    await expect(question.getByText(/The key of this question was corrected on/)).toBeVisible()
    await expectFitForAll(student, 'a result that was corrected')
  })

  await test.step('taken back, the mark is what it was, and the student is told', async () => {
    await teacher.getByText('Take back', { exact: true }).click()
    await teacher.getByRole('button', { name: 'Take it back' }).click()
    await expect(teacher.getByText('Marks are what they are without it.')).toBeVisible()
    await expect(teacher.getByText(/^Taken back on .* by Teacher/)).toBeVisible()
    await student.reload()
    await expect(student.getByRole('heading', { level: 1 })).toHaveText('0 of 10 points (0 %)')
    await expect(
      student.getByText(/^From 1 of 10 to 0 of 10 points .* was taken back/),
    ).toBeVisible()
    await expect(student.getByText(/The key of this question was corrected on/)).toBeHidden()
  })
})

test('a question is taken out of the count by plain forms, and the reason waits for the key', async ({
  openAs,
}) => {
  const school = await schoolWith([await openAs('guest'), await openAs('guest')], {})
  const { teacher, student, setting, done } = school
  const { request } = teacher.context()
  const at = `${setting}/questions/m-01?remedy=voided`
  const reason = 'The key was Paris all along.'
  const form = await formAt(request, at, 'name="reason"')
  const shown = await post(request, at, form, { fields: { reason, step: 'plan' } })
  const html = await shown.text()
  expect(html).toContain('What would change')
  const apply = formsOf(html).find((each) => each.html.includes('name="seen"'))
  if (!apply) throw new Error('It cannot be applied')
  const answer = await post(request, at, apply, { fields: { reason, step: 'apply' } })
  expect(answer.status()).toBe(303)
  await student.goto(`${done}/result`)
  await expect(student.getByRole('heading', { level: 1 })).toHaveText('0 of 9 points (0 %)')
  await expect(student.getByText(/^From 0 of 10 to 0 of 9 points/)).toContainText(
    'Why is shown together with the right answers.',
  )
  await expect(student.getByText(reason)).toBeHidden()
})

test('what a student reports lands with the teacher beside the attempt, and is settled', async ({
  openAs,
}) => {
  const { teacher, student, setting, assigned, done, secret } = await openSchool([
    await openAs('guest'),
    await openAs('guest'),
  ])
  const result = await handInWith(student, assigned, 'Brussels')
  await student.goto(result)
  const question = student.getByRole('article', { name: /where did the meeting take place/ })
  await question.getByText('Something wrong with this question?').click()
  await question.getByRole('button', { name: 'Send to my teacher' }).click()
  await expect(question.getByText('Write in 1 to 1,000 characters what is wrong.')).toBeVisible()
  await question.getByLabel('What is wrong').fill('Brussels is named as well.')
  await question.getByRole('button', { name: 'Send to my teacher' }).click()
  await expect(question.getByText(/Your teacher has not settled it yet/)).toBeVisible()

  await teacher.goto(`${setting}/questions`)
  await expect(teacher.getByText('1 report', { exact: true })).toBeVisible()
  await teacher.getByRole('link', { name: /Place of the meeting/ }).click()
  await expect(teacher.getByText('Brussels is named as well.')).toBeVisible()
  const address = teacher.url()
  await teacher.getByRole('link', { name: `The answer of Pupil ${secret}` }).click()
  await expect(teacher).toHaveURL(`${result}#q1`)
  await expect(teacher.getByText('Something wrong with this question?').first()).toBeHidden()
  await teacher.goto(address)
  await teacher
    .getByRole('button', { name: `Mark as settled: the report of Pupil ${secret}` })
    .click()
  await expect(teacher.getByText('The report is settled.')).toBeVisible()
  await student.reload()
  await expect(question.getByText(/Your teacher has settled it/)).toBeVisible()
  await teacher.goto(`${done}/result`)
  await expect(teacher.getByText('Something wrong with a question?')).toBeHidden()
})
