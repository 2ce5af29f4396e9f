import type { Page } from '@playwright/test'
import { expect, test } from '@/tests/support/browser'
import { becomeMember, newPerson } from '@/tests/support/forms'
import { answerRight, handIn, QUIZ, questionsOf } from '@/tests/support/quizzes'

// What belongs to somebody else answers 404, which browsers note as an error.
test.use({ allowedComplaints: [/404/] })
test.setTimeout(120_000)

const questions = questionsOf(QUIZ)

async function expectNothingHere(page: Page, address: string) {
  const answer = await page.goto(address)
  expect(answer?.status(), address).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing here')
}

test('a class is made, joined by code and by link, given a quiz, and seen by nobody else', async ({
  openAs,
}) => {
  const teacher = await openAs('guest')
  await becomeMember(teacher, 'Ms Vasquez')
  const student = await openAs('guest')
  await becomeMember(student, 'Nadia')
  const second = await openAs('guest')
  const link = { value: '' }
  const code = { value: '' }

  await test.step('whoever makes a class teaches it and gets a code and a link', async () => {
    await teacher.goto('/classes')
    await expect(teacher.getByText('You are in no class yet.')).toBeVisible()
    await teacher.getByLabel('Name of the class').fill('Class 10a, astronomy')
    await teacher.getByRole('button', { name: 'Make the class' }).click()
    await expect(teacher.getByRole('heading', { level: 1 })).toHaveText('Class 10a, astronomy')
    await expect(teacher.getByText('No one has joined yet.')).toBeVisible()
    await teacher.getByRole('link', { name: 'People and code' }).click()
    const share = teacher.getByRole('region', { name: 'Bring your students in' })
    code.value =
      (await share.getByText(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/).textContent()) ?? ''
    const shown = share.getByRole('link', { name: /\/join\// })
    link.value = new URL((await shown.getAttribute('href')) ?? '').pathname
    expect(link.value).toBe(`/join/${code.value.replace('-', '')}`)
    await teacher.getByRole('link', { name: 'Class 10a, astronomy' }).click()
    await teacher
      .getByLabel('Quiz', { exact: true })
      .selectOption('The meeting in Paris (10 questions)')
    await teacher.getByRole('button', { name: 'Set this quiz' }).click()
    await teacher.getByRole('button', { name: 'Set it' }).click()
    await expect(teacher.getByRole('heading', { level: 1 })).toHaveText('Class 10a, astronomy')
    await expect(teacher.getByText('No quiz is set yet.')).toHaveCount(0)
  })
  const here = new URL(teacher.url()).pathname

  await test.step('a student joins with the code, typed as it comes', async () => {
    await student.goto('/classes')
    await student.getByLabel('Class code').fill('K7PA-RVS9')
    await student.getByRole('button', { name: 'Go to the class' }).click()
    await expect(student.getByText('No class has this code.')).toBeVisible()
    await student.getByLabel('Class code').fill(` ${code.value.toLowerCase()}`)
    await student.getByRole('button', { name: 'Go to the class' }).click()
    await expect(student.getByText('You join as Nadia.')).toBeVisible()
    await student.getByRole('button', { name: 'Join this class' }).click()
    await expect(student).toHaveURL(here)
    await expect(student.getByText('Taught by Ms Vasquez')).toBeVisible()
    await expect(student.getByRole('region', { name: 'Set for you' })).toContainText('Not begun')
  })

  await test.step('another follows the link, makes an account on the way and joins', async () => {
    const person = newPerson('Teo')
    await second.goto(link.value)
    await second.getByRole('link', { name: 'Make an account' }).click()
    await second.getByLabel('Your name').fill(person.name)
    await second.getByLabel('E-mail address').fill(person.email)
    await second.getByLabel('New password').fill(person.password)
    await second.getByRole('button', { name: 'Make the account' }).click()
    await second.getByRole('button', { name: 'Join this class' }).click()
    await expect(second).toHaveURL(here)
  })

  let attempt = ''
  await test.step('the student takes the quiz that is set and sees the result', async () => {
    await student.getByRole('link', { name: 'Look at it and begin' }).click()
    await expect(student.getByText('1 of 1 left')).toBeVisible()
    await student.getByRole('button', { name: 'Begin' }).click()
    await expect(student).toHaveURL(/\/attempts\/[^/]+$/)
    attempt = new URL(student.url()).pathname
    const [first] = questions
    if (first) await answerRight(student, first)
    await handIn(student)
    await expect(student.getByRole('heading', { level: 1 })).toHaveText('1 of 10 points (10 %)')
    await student.goto(here)
    await expect(student.getByText('Best so far: 1 of 10')).toBeVisible()
    await expect(student.getByRole('link', { name: 'See the result' })).toHaveAttribute(
      'href',
      `${attempt}/result`,
    )
    await expect(student.getByText('Teo')).toHaveCount(0)
  })

  await test.step('the teacher sees students and quizzes, and opens a score', async () => {
    await teacher.goto(here)
    const book = teacher.getByRole('region', { name: 'Gradebook' })
    await expect(book.getByRole('rowheader')).toContainText(['Nadia', 'Teo'])
    await expect(book.getByRole('columnheader')).toHaveText(['Student', 'Total', /^The meeting/])
    await expect(book.getByRole('row', { name: /Teo/ })).toContainText('to come')
    await book.getByRole('row', { name: /Nadia/ }).getByRole('link', { name: '1 of 10' }).click()
    await expect(teacher.getByRole('heading', { level: 1 })).toHaveText('Nadia')
    await teacher.getByRole('region', { name: 'Attempts' }).getByRole('link', { name: '1' }).click()
    await expect(teacher).toHaveURL(`${attempt}/result`)
    await expect(teacher.getByText(/^Nadia, The meeting in Paris, /)).toBeVisible()
    await expect(teacher.getByRole('heading', { level: 1 })).toHaveText('1 of 10 points (10 %)')
  })

  await test.step('nobody else sees any of it', async () => {
    const otherTeacher = await openAs('demo-teacher')
    const otherStudent = await openAs('demo-jonas')
    for (const page of [otherTeacher, otherStudent]) {
      for (const address of [here, attempt, `${attempt}/review`, `${attempt}/result`])
        await expectNothingHere(page, address)
    }
    for (const address of [attempt, `${attempt}/review`, `${attempt}/result`])
      await expectNothingHere(second, address)
  })
})
