import { expect, test } from '@/tests/support/browser'
import { schoolWith, submit } from '@/tests/support/school'

test.use({ allowedComplaints: [/404/] })
test.setTimeout(180_000)

test('a teacher sets a grade with a reason, comments, and lifts it; the student sees what they may', async ({
  openAs,
}) => {
  const [teacher, student] = [await openAs('guest'), await openAs('guest')]
  const { classroom, grade, assigned, secret } = await schoolWith([teacher, student], {})
  const name = `Pupil ${secret}`

  await test.step('a cell leads to the page about it', async () => {
    await teacher.goto(classroom)
    const book = teacher.getByRole('region', { name: 'Gradebook' })
    await book.getByRole('row', { name }).getByRole('link').click()
    await expect(teacher).toHaveURL(grade)
    await expect(teacher.getByRole('heading', { level: 1 })).toHaveText(name)
    await expect(teacher.getByText('Nothing was changed by hand.')).toBeVisible()
  })

  await test.step('what cannot be meant is said at its field, and nothing typed is lost', async () => {
    await teacher.getByRole('textbox', { name: 'Grade' }).fill('120')
    await teacher.getByLabel('Why', { exact: true }).fill('Was examined aloud')
    await teacher.getByRole('button', { name: 'Set this grade' }).click()
    await expect(teacher.getByText('This is more than the whole.')).toBeVisible()
    await expect(teacher.getByLabel('Why', { exact: true })).toHaveValue('Was examined aloud')
    await teacher.getByRole('textbox', { name: 'Grade' }).fill('82,5')
    await teacher.getByLabel('Why', { exact: true }).fill('')
    await teacher.getByRole('button', { name: 'Set this grade' }).click()
    await expect(teacher.getByText('Write why, in at most 500 characters.')).toBeVisible()
    await expect(teacher.getByRole('textbox', { name: 'Grade' })).toHaveValue('82,5')
  })

  await test.step('a grade that is set counts, and the computed one stays beside it', async () => {
    await teacher.getByLabel('Why', { exact: true }).fill('Was examined aloud')
    await teacher.getByRole('button', { name: 'Set this grade' }).click()
    await expect(teacher.getByText(/82\.5\s% \(8\.25 of 10 points\)/)).toBeVisible()
    await expect(teacher.getByText(/^Set by Teacher .*: Was examined aloud$/)).toBeVisible()
    await expect(teacher.getByText(/The attempts alone come to 0\s%/)).toBeVisible()
    await teacher.getByLabel(`Comment to ${name}`).fill('Well explained.')
    await teacher.getByRole('button', { name: 'Save the comment' }).click()
    const history = teacher.getByRole('region', { name: 'History' }).getByRole('row')
    await expect(history).toHaveCount(3)
    await expect(history.nth(1)).toContainText('Well explained.')
    await expect(history.nth(2)).toContainText('82.5 %')
    await teacher.goto(classroom)
    const row = teacher.getByRole('region', { name: 'Gradebook' }).getByRole('row', { name })
    await expect(row.getByRole('img', { name: 'Set by a teacher' })).toBeVisible()
    await expect(row.getByRole('img', { name: 'With a comment' })).toBeVisible()
    await expect(row).toContainText('82.5 %')
  })

  await test.step('the student sees grade, reason and comment on both their pages', async () => {
    for (const address of [classroom, assigned]) {
      await student.goto(address)
      const main = student.getByRole('main')
      await expect(main).toContainText('82.5 %')
      await expect(main).toContainText('Set by your teacher: Was examined aloud')
      await expect(main).toContainText('Comment: Well explained.')
    }
    const answer = await student.goto(grade)
    expect(answer?.status()).toBe(404)
  })

  await test.step('lifted, the attempts count again, and the history keeps all of it', async () => {
    await teacher.goto(grade)
    await teacher.getByLabel('Why it is lifted').fill('Set for the wrong student')
    await teacher.getByRole('button', { name: 'Let the attempts count again' }).click()
    await expect(teacher.getByText(/^0\s% \(0 of 10 points\)$/)).toBeVisible()
    const history = teacher.getByRole('region', { name: 'History' }).getByRole('row')
    await expect(history).toHaveCount(4)
    await expect(history.nth(1)).toContainText('Set for the wrong student')
  })
})

test('scores that may not be seen yet are told to a student nowhere', async ({ openAs }) => {
  const [teacher, student] = [await openAs('guest'), await openAs('guest')]
  const school = await schoolWith([teacher, student], {
    closesAt: '2037-01-01T12:00',
    'review.afterSubmission': '',
    'review.afterClose': 'score',
  })
  await submit(teacher, school.grade, 'name="grade"', {
    grade: '77',
    unit: 'percent',
    reason: 'zebra reason',
  })
  await student.goto(school.classroom)
  await expect(student.getByRole('table', { name: 'Your grades' })).toContainText(
    'to be seen later',
  )
  await expect(student.getByText('The total is shown once all grades')).toBeVisible()
  for (const address of [school.classroom, school.assigned]) {
    const text = await (await student.context().request.get(address)).text()
    expect(text).not.toMatch(/\b77\s%/)
    expect(text).not.toContain('zebra reason')
  }
})

test('weights make the total, and are told to students; the gradebook is sorted and filtered', async ({
  browser,
  openAs,
}) => {
  const [teacher, student] = [await openAs('guest'), await openAs('guest')]
  const { classroom, secret } = await schoolWith([teacher, student], {})
  await teacher.goto(classroom)
  await teacher.getByRole('link', { name: 'Weights and total' }).click()

  await test.step('categories are made, then used', async () => {
    await teacher.getByLabel('What was due and is not handed in').selectOption('counts as 0')
    await teacher.getByLabel('New category').first().fill('Tests')
    await teacher.getByLabel('Weight', { exact: true }).first().fill('lots')
    await teacher.getByRole('button', { name: 'Save' }).click()
    await expect(teacher.getByText('Write a whole number from 0 to 1000.')).toBeVisible()
    await expect(teacher.getByLabel('New category').first()).toHaveValue('Tests')
    await teacher.getByLabel('Weight', { exact: true }).first().fill('60')
    await teacher.getByRole('button', { name: 'Save' }).click()
    await expect(teacher.getByLabel('Category', { exact: true })).toHaveValue('Tests')
    await teacher.getByLabel(/^Category of The meeting/).selectOption('Tests')
    await teacher.getByRole('button', { name: 'Save' }).click()
    await expect(
      teacher.getByRole('table', { name: 'Of the total' }).getByRole('row').nth(1),
    ).toContainText('Tests')
    await expect(teacher.getByText('counts as 0.')).toBeVisible()
  })

  await test.step('students read the same rules', async () => {
    await student.goto(classroom)
    await expect(
      student.getByText(/^What was due and is not handed in counts as 0\.$/),
    ).toBeVisible()
    await expect(student.getByText('Total so far: 0 %')).toBeVisible()
  })

  await test.step('order and filter work without JavaScript, by form and by the heads', async () => {
    const state = await teacher.context().storageState()
    const context = await browser.newContext({ javaScriptEnabled: false, storageState: state })
    const page = await context.newPage()
    await page.goto(classroom)
    const book = page.getByRole('region', { name: 'Gradebook' })
    await page.getByLabel('Show', { exact: true }).selectOption('Below 50 %')
    await page.getByLabel('Sort by', { exact: true }).selectOption('Total')
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page).toHaveURL(/show=below&sort=total/)
    await expect(book.getByRole('rowheader')).toContainText([`Pupil ${secret}`])
    await expect(book.getByRole('columnheader', { name: 'Total' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    )
    await page.getByRole('link', { name: 'Turn the order by Total round' }).click()
    await expect(book.getByRole('columnheader', { name: 'Total' })).toHaveAttribute(
      'aria-sort',
      'descending',
    )
    await page.getByLabel('Show', { exact: true }).selectOption('Not started')
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page.getByText('Nobody here is like that.')).toBeVisible()
    await context.close()
  })
})
