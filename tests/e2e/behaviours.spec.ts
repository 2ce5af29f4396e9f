import type { Page } from '@playwright/test'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import { expect, expectAccessible, test } from '@/tests/support/browser'
import { answerRight, fieldOf, handIn, QUIZ, questionsOf, savingOf } from '@/tests/support/quizzes'
import { beginSet, openSchool, schoolWith } from '@/tests/support/school'

test.setTimeout(150_000)

const all = questionsOf(QUIZ)
const at = all.findIndex(
  (each) => each.kind === 'single-choice' && each.options.length > 3 && each.points === 1,
)
type Single = Extract<AuthoredQuestion, { kind: 'single-choice' }>
const single = all[at] as Single
const wrong = single.options.filter(({ id }) => id !== single.key).map(({ text }) => text)
const right = single.options.find(({ id }) => id === single.key)?.text ?? ''

const TRIES = {
  behaviour: 'interactive',
  tries: '3',
  penaltyPercent: '25',
  'review.during': 'correctness',
}
const option = (page: Page, text: string | undefined) =>
  fieldOf(page, single).getByRole('radio', { name: text ?? '', exact: false })
const press = (page: Page, name: 'Check' | 'Try again') =>
  page.getByRole('button', { name, exact: true }).click()

/** Wrong, the same again, and right: what each is told. */
async function tryTwice(page: Page) {
  await option(page, wrong[0]).check()
  await press(page, 'Check')
  await expect(page.getByRole('heading', { name: /Wrong.*Try 1 of 3/ })).toBeVisible()
  await expect(page.getByText(/2 tries are left\. Each takes 25 % of the points off/)).toBeVisible()
  await expect(page.getByText(single.explanation)).toHaveCount(0)

  await press(page, 'Try again')
  await expect(page.getByText(/the answer that was checked last.*no try was used/)).toBeVisible()
  await expect(page.getByText('Try 1 of 3')).toBeVisible()

  await option(page, right).check()
  await press(page, 'Try again')
  await expect(page.getByText('0.75 of 1 point', { exact: true })).toBeVisible()
  await expect(page.getByText('Try 2 of 3 counts: 25 % of the points are taken off.')).toBeVisible()
  await expect(option(page, right)).toBeDisabled()
}

test('a question can be tried again for a price that is said before', async ({ openAs }) => {
  const school = await schoolWith([await openAs('guest'), await openAs('guest')], TRIES)
  const { student, assigned } = school
  await student.goto(assigned)
  await expect(
    student.getByText(/after each question, with 3 tries: each further try takes 25 % off/),
  ).toBeVisible()
  const id = await beginSet(student, assigned)
  await student.goto(`/attempts/${id}?page=${at + 1}`)
  await test.step('wrong, the same again, right', () => tryTwice(student))
  await expectAccessible(student)

  await test.step('a blank is given up only when that is meant', async () => {
    await student.goto(`/attempts/${id}?page=${at === 0 ? 2 : 1}`)
    await press(student, 'Check')
    await expect(student.getByText(/This question is blank\. Press Check again/)).toBeVisible()
    await press(student, 'Check')
    await expect(student.getByText('0 of 1 point', { exact: true })).toBeVisible()
  })

  await test.step('the result has what the tries came to', async () => {
    await student.getByRole('button', { name: 'Review and finish' }).first().click()
    await student.getByRole('button', { name: 'Hand in', exact: true }).click()
    await expect(student.getByRole('heading', { level: 1 })).toHaveText('0.75 of 10 points (7 %)')
  })
})

test('a try is made with the keyboard alone, and the focus goes to how it came out', async ({
  openAs,
}) => {
  const school = await schoolWith([await openAs('guest'), await openAs('guest')], TRIES)
  const { student } = school
  const id = await beginSet(student, school.assigned)
  await student.goto(`/attempts/${id}?page=${at + 1}`)
  await option(student, wrong[1]).focus()
  await student.keyboard.press('Space')
  await expect(savingOf(student)).toContainText('Saved')
  await student.keyboard.press('Enter')
  const verdict = student.getByRole('heading', { name: /Wrong.*Try 1 of 3/ })
  await expect(verdict).toBeFocused()
  await expectAccessible(student)
})

test('two screens that check the same answer use one try', async ({ openAs }) => {
  const school = await schoolWith([await openAs('guest'), await openAs('guest')], TRIES)
  const { student } = school
  const id = await beginSet(student, school.assigned)
  const address = `/attempts/${id}?page=${at + 1}`
  await student.goto(address)
  await option(student, wrong[0]).check()
  await expect(savingOf(student)).toContainText('Saved')
  const second = await student.context().newPage()
  await second.goto(address)
  await press(student, 'Check')
  await expect(student.getByText('Try 1 of 3')).toBeVisible()
  await press(second, 'Check')
  await expect(second.getByText(/checked on another screen.*no try was used here/)).toBeVisible()
  await expect(second.getByText('Try 1 of 3')).toBeVisible()
})

test('certainty is said with each answer, kept, and counts in the result', async ({ openAs }) => {
  const school = await schoolWith([await openAs('guest'), await openAs('guest')], {
    behaviour: 'certainty',
    shuffleQuestions: '',
  })
  const { student, teacher, assigned } = school
  const [first, second] = all
  if (!first || !second) throw new Error('The quiz has questions')
  await student.goto(assigned)
  await expect(student.getByText('Quite sure: right +3, wrong \u22126')).toBeVisible()
  await expectAccessible(student)
  const id = await beginSet(student, assigned)
  const sure = (question: AuthoredQuestion) =>
    fieldOf(student, question).getByRole('group', { name: 'How sure are you?' })

  await test.step('unsure at first; changed with the keyboard, saved, and there after a reload', async () => {
    await expect(sure(first).getByRole('radio', { name: /^Unsure/ })).toBeChecked()
    await answerRight(student, first)
    await sure(first)
      .getByRole('radio', { name: /^Unsure/ })
      .focus()
    await student.keyboard.press('ArrowDown')
    await student.keyboard.press('ArrowDown')
    await expect(savingOf(student)).toContainText('Saved')
    await expectAccessible(student)
    await student.reload()
    await expect(sure(first).getByRole('radio', { name: /^Quite sure/ })).toBeChecked()
    await expect(sure(second).getByRole('radio', { name: /^Unsure/ })).toBeChecked()
  })

  await test.step('the result says what certainty changed; the teacher sees each mark', async () => {
    await handIn(student)
    // One of ten right with +3: 0.1, and (0.3 - 0.1) / 10 on top.
    await expect(student.getByRole('heading', { level: 1 })).toHaveText('1.2 of 10 points (12 %)')
    await expect(
      student.getByText(
        'Right answers alone would be 10 %. Your certainty adds 2 %, which makes 12 %.',
      ),
    ).toBeVisible()
    await expect(student.getByRole('table')).toHaveCount(0)
    await teacher.goto(`/attempts/${id}/result`)
    const levels = teacher.getByRole('table', { name: 'Your answers by how sure you were' })
    await expect(levels.getByRole('row', { name: /^Quite sure 1 100 %/ })).toContainText('fits')
    await expect(
      teacher.getByText(/You said that you were quite sure\. Its mark for certainty is \+3\./),
    ).toBeVisible()
    await expectAccessible(teacher)
  })
})

test('an attempt is asked some of the questions, drawn anew each time, as the rules say', async ({
  openAs,
}) => {
  const school = await schoolWith([await openAs('guest'), await openAs('guest')], {
    ask: '3',
    attempts: '',
  })
  const { student, teacher, assigned, setting } = school
  await student.goto(assigned)
  await expect(student.getByText('3 of 10, drawn anew for each attempt')).toBeVisible()
  const seen = new Set<string>()
  for (const _attempt of [1, 2, 3]) {
    await beginSet(student, assigned)
    await student.getByRole('button', { name: 'Review and hand in' }).first().click()
    const list = student.getByRole('list', { name: 'All questions' }).getByRole('listitem')
    await expect(list).toHaveCount(3)
    for (const text of await list.allTextContents()) seen.add(text)
    await student.getByRole('button', { name: 'Hand in', exact: true }).click()
    await expect(student.getByRole('heading', { level: 1 })).toHaveText(/^0 of 3 points/)
  }
  expect(seen.size, 'not the same three each time').toBeGreaterThan(3)
  await teacher.goto(`${setting}/live`)
  await expect(teacher.getByRole('cell', { name: '0 of 3' })).toBeVisible()
  await teacher.goto(`${setting}/analysis`)
  await expect(teacher.getByRole('heading', { level: 1 })).toBeVisible()
})

test('the form says what its rules of questions cannot mean, at their fields', async ({
  openAs,
}) => {
  const { teacher, setting } = await openSchool([await openAs('guest'), await openAs('guest')])
  await teacher.goto(setting)
  await teacher.getByLabel('Feedback', { exact: true }).selectOption('interactive')
  await teacher.getByLabel('Tries for each question').fill('9')
  await teacher.getByLabel('Questions in each attempt').fill('11')
  await teacher.getByRole('button', { name: 'Save' }).click()
  await expect(teacher.getByText('Write a whole number from 2 to 5.')).toBeVisible()
  await expect(teacher.getByText(/at most as many as the quiz has/)).toBeVisible()
  await expect(teacher.getByText(/With several tries students have to see/)).toBeVisible()
  await expect(teacher.getByLabel('Tries for each question')).toHaveValue('9')
  await expect(teacher.getByLabel('Feedback', { exact: true })).toHaveValue('interactive')
  await expectAccessible(teacher)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a question is tried again', async ({ page, openAs }) => {
    const { student, assigned } = await schoolWith([await openAs('guest'), page], TRIES)
    const id = await beginSet(student, assigned)
    await student.goto(`/attempts/${id}?page=${at + 1}`)
    await tryTwice(student)
  })

  test('a certainty is kept with its answer', async ({ page, openAs }) => {
    const { student, assigned } = await schoolWith([await openAs('guest'), page], {
      behaviour: 'certainty',
    })
    const id = await beginSet(student, assigned)
    const [first] = all
    if (!first) throw new Error('The quiz has questions')
    const sure = fieldOf(student, first).getByRole('radio', { name: /^Fairly sure/ })
    await answerRight(student, first)
    await sure.check()
    await student
      .getByRole('button', { name: /^Questions? 3/ })
      .first()
      .click()
    await student.goto(`/attempts/${id}?page=1`)
    await expect(sure).toBeChecked()
  })
})
