import { expect, test } from '@/tests/support/browser'
import { beginSet, schoolWith } from '@/tests/support/school'

test.setTimeout(120_000)

test('a teacher gives one student other rules, and takes them back', async ({ openAs }) => {
  const [teacher, student] = [await openAs('guest'), await openAs('guest')]
  const { secret, setting, assigned } = await schoolWith([teacher, student], {
    minutes: '20',
    attempts: '1',
  })
  const name = `Pupil ${secret}`
  await teacher.goto(setting)
  await expect(teacher).toHaveTitle(/^Change how a quiz is set/)
  await teacher.getByRole('link', { name: 'Exceptions', exact: true }).click()
  await expect(teacher.getByText('Everybody has the same rules')).toBeVisible()

  await test.step('what cannot be meant is said at its field', async () => {
    await teacher.getByLabel('Student', { exact: true }).selectOption(name)
    await teacher.getByRole('button', { name: 'Choose' }).click()
    await teacher.getByLabel('Time limit in minutes').fill('forty')
    await teacher.getByLabel('More attempts').fill('1')
    await teacher.getByRole('button', { name: 'Save' }).click()
    await expect(
      teacher.getByText('Write whole minutes, 1 to 600, or leave it empty.'),
    ).toBeVisible()
    await expect(teacher.getByLabel('More attempts')).toHaveValue('1')
  })

  await test.step('the student begins under their own rules', async () => {
    await student.goto(assigned)
    await expect(student.getByText('0 of 1 left')).toBeVisible()
    await teacher.getByLabel('Time limit in minutes').fill('40')
    await teacher.getByRole('button', { name: 'Save' }).click()
    await expect(teacher.getByText('40 minutes · one more attempt')).toBeVisible()
    await student.reload()
    await expect(student.getByText('40 minutes from the moment you begin')).toBeVisible()
    await beginSet(student, assigned)
    await expect(student.getByRole('region', { name: 'Time left' })).toContainText(
      '40 minutes left',
    )
  })

  await test.step('excused counts for nothing, at once; empty fields take it back', async () => {
    await teacher.getByRole('link', { name: `Change what holds for ${name}` }).click()
    await expect(teacher.getByText(`${name} is at work on this.`)).toBeVisible()
    await teacher.getByLabel('Time limit in minutes').fill('')
    await teacher.getByLabel('More attempts').fill('')
    await teacher.getByLabel('Excused: this counts for nothing').check()
    await teacher.getByRole('button', { name: 'Save' }).click()
    await expect(teacher.getByText('Write why, in at most 500 characters.')).toBeVisible()
    await expect(teacher.getByLabel('Excused: this counts for nothing')).toBeChecked()
    await teacher.getByLabel('Why (where being excused changes)').fill('Was ill')
    await teacher.getByRole('button', { name: 'Save' }).click()
    await expect(teacher.getByText('excused', { exact: true })).toBeVisible()
    await teacher.goto(setting.replace(/\/quizzes.*/, ''))
    await expect(teacher.getByRole('gridcell', { name: 'excused' })).toBeVisible()
    await teacher.goBack()
    await teacher.getByRole('link', { name: `Change what holds for ${name}` }).click()
    await teacher.getByLabel('Excused: this counts for nothing').uncheck()
    await teacher.getByLabel('Why (where being excused changes)').fill('Is well again')
    await teacher.getByRole('button', { name: 'Save' }).click()
    await expect(teacher.getByText('Everybody has the same rules')).toBeVisible()
  })
})
