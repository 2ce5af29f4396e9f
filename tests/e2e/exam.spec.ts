import type { Page } from '@playwright/test'
import { expect, test } from '@/tests/support/browser'
import { answerRight, fieldOf, QUIZ, questionsOf, railOf, savingOf } from '@/tests/support/quizzes'
import { beginSet, openSchool, schoolWith } from '@/tests/support/school'
import { query } from '@/tests/support/served'

test.setTimeout(120_000)

const [first, second] = questionsOf(QUIZ)

const endsIn = (id: string, seconds: number) =>
  query(`update "Attempt" set deadline = now() + $2 * interval '1 second' where id = $1`, [
    id,
    seconds,
  ])
const timeOf = (page: Page) => railOf(page).getByRole('region', { name: 'Time left' })

test('the rules stand before the beginning, and the clock on the page is the server’s', async ({
  openAs,
}) => {
  const student = await openAs('guest')
  // A device whose own clock is a day ahead.
  await student.addInitScript(() => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + 24 * 60 * 60 * 1000
  })
  const school = await schoolWith([await openAs('guest'), student], {
    minutes: '20',
    attempts: '2',
  })

  await test.step('what holds is said, with what is left', async () => {
    await student.goto(school.assigned)
    const rules = student.getByRole('main')
    await expect(rules.getByText('20 minutes from the moment you begin')).toBeVisible()
    await expect(rules.getByText('1 of 2 left')).toBeVisible()
    await expect(rules.getByText('After you hand in it shows the score.')).toBeVisible()
  })

  const id = await beginSet(student, school.assigned)
  await test.step('the time is shown, hidden on wish, and shown again', async () => {
    await expect(timeOf(student)).toContainText('20 minutes left')
    await timeOf(student).getByRole('button', { name: 'Hide the time' }).click()
    await expect(timeOf(student)).not.toContainText('20 minutes left')
    await test.step('on a phone as well, where it stands in the bar', async () => {
      await student.setViewportSize({ width: 360, height: 740 })
      await expect(student.getByText(/minutes left/)).toHaveCount(0)
      await student.setViewportSize({ width: 1280, height: 720 })
    })
    await timeOf(student).getByRole('button', { name: 'Show the time' }).click()
    await expect(timeOf(student)).toContainText('20 minutes left')
  })

  await test.step('an extension is on the page within ten seconds', async () => {
    await endsIn(id, 35 * 60)
    await expect(timeOf(student)).toContainText('35 minutes left', { timeout: 10_000 })
  })

  await test.step('when time is up the page says so and leads to what was handed in', async () => {
    if (first) await answerRight(student, first)
    await expect(savingOf(student)).toContainText('Saved')
    await endsIn(id, 12)
    await expect(student.getByText('Time is up. What was saved is handed in.')).toBeVisible({
      timeout: 25_000,
    })
    await expect(student).toHaveURL(`/attempts/${id}/result`, { timeout: 15_000 })
    await expect(student.getByRole('heading', { level: 1 })).toHaveText('1 of 10 points (10 %)')
  })
})

test('an attempt that nobody looks at is handed in by the server itself, once', async ({
  openAs,
}) => {
  const school = await schoolWith([await openAs('guest'), await openAs('guest')], { minutes: '20' })
  const id = await beginSet(school.student, school.assigned)
  await school.student.goto('/')
  await endsIn(id, 1)
  const read = async () =>
    (
      await query<{ by: string | null }>('select "endedBy" as by from "Attempt" where id = $1', [
        id,
      ])
    )[0]?.by
  await expect.poll(read, { timeout: 15_000 }).toBe('clock')
  const events = await query<{ kind: string }>(
    'select kind from "AttemptEvent" where "attemptId" = $1 order by id',
    [id],
  )
  expect(events.map(({ kind }) => kind)).toEqual(['begun', 'submitted'])
})

test('a result shows no more than the rules say, and all of it once the quiz has closed', async ({
  openAs,
}) => {
  const school = await schoolWith([await openAs('guest'), await openAs('guest')], {
    attempts: '2',
    closesAt: '2099-01-01T12:00',
    'review.afterClose': 'rightAnswers',
  })
  const { student, teacher, done } = school
  const prompt = first?.prompt ?? ''

  await test.step('after handing in: the score alone, and when there will be more', async () => {
    await student.goto(`${done}/result`)
    await expect(student.getByRole('heading', { level: 1 })).toHaveText('0 of 10 points (0 %)')
    await expect(
      student.getByText(/shows more once the quiz has closed for everybody/),
    ).toBeVisible()
    await expect(student.getByText(prompt)).toHaveCount(0)
  })
  await test.step('the teacher sees all of it', async () => {
    await teacher.goto(`${done}/result`)
    await expect(teacher.getByRole('heading', { name: prompt })).toBeVisible()
    await teacher.getByText(/^2 entries/).click()
    const log = teacher.getByRole('table', { name: 'How this attempt went' })
    await expect(log.getByRole('row')).toHaveCount(3)
    await expect(log.getByRole('row').last()).toContainText('Handed in')
  })
  await test.step('after the close the student does, too, and may begin no more', async () => {
    await query(`update "Assignment" set "closesAt" = now() - interval '1 minute' where id = $1`, [
      school.assigned.split('/').at(-1),
    ])
    await student.goto(`${done}/result`)
    await expect(student.getByRole('heading', { name: prompt })).toBeVisible()
    await student.goto(school.assigned)
    await expect(student.getByText('This has closed.')).toBeVisible()
    await expect(student.getByRole('button', { name: /^Begin/ })).toHaveCount(0)
  })
})

test('what a form cannot mean is said at its field, all at once, and what was typed stays', async ({
  openAs,
}) => {
  const school = await openSchool([await openAs('guest'), await openAs('guest')])
  const { teacher, setting } = school
  await teacher.goto(setting)
  await teacher.getByLabel('Opens').fill('2026-03-29T02:30')
  await teacher.getByLabel('Closes').fill('2026-03-01T10:00')
  await teacher.getByLabel('Time limit in minutes').fill('9999')
  await teacher.getByLabel('What counts').selectOption('the average of all')
  await teacher.getByRole('button', { name: 'Save' }).click()
  await expect(teacher.getByText(/The clocks go forward that night/)).toBeVisible()
  await expect(teacher.getByText('Write whole minutes, 1 to 600, or leave it empty.')).toBeVisible()
  await expect(teacher.getByLabel('Opens')).toHaveValue('2026-03-29T02:30')
  await expect(teacher.getByLabel('Time limit in minutes')).toHaveValue('9999')
  await expect(teacher.getByLabel('What counts')).toHaveValue('average')
  await expect(teacher.getByRole('checkbox', { name: 'The score, after handing in' })).toBeChecked()
})

test('feedback after each question shows what the rules show while answering', async ({
  openAs,
}) => {
  const school = await schoolWith([await openAs('guest'), await openAs('guest')], {
    behaviour: 'immediate',
    'review.during': 'correctness',
  })
  const { student } = school
  await beginSet(student, school.assigned)
  if (!first || !second) throw new Error('The quiz has questions')
  await answerRight(student, first)
  await student.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(student.getByText('1 of 1 point')).toBeVisible()
  await expect(student.getByText(first.explanation)).toHaveCount(0)
  await expect(fieldOf(student, first)).toBeVisible()
})
