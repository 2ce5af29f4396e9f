import { expect, test } from '@/tests/support/browser'
import { answerRight, QUIZ, questionsOf, railOf, savingOf } from '@/tests/support/quizzes'
import { beginSet, schoolWith } from '@/tests/support/school'

test.setTimeout(120_000)

const [first] = questionsOf(QUIZ)

test('a teacher sees who is how far while a class works, and gives more time', async ({
  openAs,
}) => {
  const [teacher, student] = [await openAs('guest'), await openAs('guest')]
  const school = await schoolWith([teacher, student], { minutes: '20' })
  const row = teacher.getByRole('row', { name: new RegExp(`Pupil ${school.secret}`) })
  await teacher.goto(school.setting)
  await teacher.getByRole('link', { name: 'Live', exact: true }).click()
  await expect(row).toContainText('Handed in')

  await beginSet(student, school.assigned)
  await test.step('an attempt that is begun appears by itself, and grows with the answers', async () => {
    await expect(row).toContainText('At work', { timeout: 15_000 })
    await expect(row).toContainText('0 of 10')
    await expect(row).toContainText('20 min left')
    if (first) await answerRight(student, first)
    await expect(savingOf(student)).toContainText('Saved')
    await expect(row).toContainText('1 of 10', { timeout: 15_000 })
  })

  await test.step('no answer is in what the page is told', async () => {
    const told = await teacher.context().request.get(`/api${school.setting}/live`)
    const { rows } = (await told.json()) as { rows: object[] }
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(
      [
        'studentId',
        'name',
        'answered',
        'asked',
        'attemptId',
        'state',
        'left',
        'endedByClock',
      ].sort(),
    )
  })

  await test.step('more time reaches the student’s page within ten seconds', async () => {
    await row.getByRole('combobox', { name: /^More minutes for Pupil/ }).selectOption('10 min')
    await row.getByRole('button', { name: 'Give' }).click()
    await expect(row).toContainText('30 min left')
    await expect(railOf(student).getByRole('region', { name: 'Time left' })).toContainText(
      '30 minutes left',
      { timeout: 10_000 },
    )
  })

  await test.step('a page that is closed is not connected after half a minute', async () => {
    await student.goto('/')
    await expect(row).toContainText('Not connected', { timeout: 50_000 })
  })
})
