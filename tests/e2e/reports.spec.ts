import { expect, test } from '@/tests/support/browser'
import { signInAs } from '@/tests/support/forms'
import { addStudents } from '@/tests/support/room'
import { openSchool } from '@/tests/support/school'
import { readWorkbook } from '@/tests/support/workbook'

// What belongs to somebody else answers 404, which browsers note as an error.
test.use({ allowedComplaints: [/404/] })
test.setTimeout(120_000)

test('a gradebook is handed out as CSV and as an Excel workbook, with the same in both', async ({
  openAs,
}) => {
  const school = await openSchool([await openAs('guest'), await openAs('guest')])
  const { teacher, classroom } = school
  const formula = '=HYPERLINK("http://evil.example","look")'
  // More than a page of them: what is written is read page by page.
  const names = Array.from({ length: 59 }, (_, n) => `Student ${n}`)
  await addStudents(teacher, classroom, ['name', `"${formula.replaceAll('"', '""')}"`, ...names])
  await teacher.goto(classroom)

  const csv = await teacher.context().request.get(`/api${classroom}/gradebook`)
  expect(csv.headers()['content-type']).toBe('text/csv; charset=utf-8')
  const lines = (await csv.text()).trim().split('\r\n')
  expect(lines).toHaveLength(62)
  expect(lines.find((line) => line.includes('HYPERLINK'))).toContain(`"'=HYPERLINK`)

  const downloading = teacher.waitForEvent('download')
  await teacher.getByRole('link', { name: 'Excel workbook' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe(`Class ${school.secret}.xlsx`)
  const pieces: Buffer[] = []
  for await (const piece of await download.createReadStream()) pieces.push(piece as Buffer)
  const { cells, parts } = readWorkbook(Buffer.concat(pieces))
  const read = Object.entries(cells).filter(([at]) => /^B\d+$/.test(at))
  expect(read.map(([, { text }]) => text)).toEqual(
    expect.arrayContaining(['name', 'Name', formula, 'Student 58', `Pupil ${school.secret}`]),
  )
  expect(read).toHaveLength(63)
  expect(parts['xl/worksheets/sheet1.xml']).not.toContain('<f>')
})

test('who has not chosen a password yet is given no file', async ({ openAs }) => {
  const { teacher, classroom } = await openSchool([await openAs('guest'), await openAs('guest')])
  const [card] = await addStudents(teacher, classroom, ['Mia Anders'])
  const page = await openAs('guest')
  if (card) await signInAs(page, card)
  for (const query of ['', '?format=xlsx', '?format=pdf']) {
    const answer = await page.context().request.get(`/api${classroom}/gradebook${query}`)
    expect([answer.status(), await answer.text()]).toEqual([403, ''])
  }
})

test('reports hold the class and each student, for staff; a student reads their own', async ({
  openAs,
}) => {
  const school = await openSchool([await openAs('guest'), await openAs('guest')])
  const { teacher, student, classroom, report, secret } = school
  await addStudents(teacher, classroom, ['Mia Anders'])

  await test.step('of the class, with how many handed in', async () => {
    await teacher.goto(classroom)
    await teacher.getByRole('link', { name: 'report of the class' }).click()
    await expect(teacher.getByRole('heading', { level: 1 })).toHaveText(`Report of Class ${secret}`)
    await expect(teacher.getByText(/^Made on .*\(Europe\/Paris\)$/)).toBeVisible()
    const quizzes = teacher.getByRole('table', { name: 'Quizzes set' })
    await expect(quizzes.getByRole('row', { name: /^The meeting in Paris/ })).toContainText(
      '1 of 2',
    )
    const students = teacher.getByRole('table', { name: 'Students', exact: true })
    await expect(students.getByRole('row', { name: /^Mia Anders/ })).toContainText('to come')
    await expect(teacher.getByRole('button', { name: 'Print' })).toBeVisible()
  })

  await test.step('of every student, each on a sheet of its own', async () => {
    await teacher.getByRole('link', { name: 'A report for each student' }).click()
    await expect(teacher.getByRole('article')).toHaveCount(2)
    const pdf = await teacher.pdf({ format: 'A4' })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2)
    await teacher.emulateMedia({ media: 'print' })
    await expect(teacher.getByRole('navigation').first()).toBeHidden()
    await expect(teacher.getByRole('button', { name: 'Print' })).toBeHidden()
    await teacher.emulateMedia({ media: null })
  })

  await test.step('of themselves, and of nobody else', async () => {
    await student.goto(classroom)
    await student.getByRole('link', { name: 'Your report, to print' }).click()
    await expect(student).toHaveURL(report)
    await expect(student.getByRole('heading', { level: 1 })).toHaveText(`Pupil ${secret}`)
    await expect(student.getByRole('row', { name: /^The meeting in Paris/ })).toContainText(
      'graded',
    )
    await teacher.goto(`${classroom}/report`)
    const mia = await teacher.getByRole('link', { name: 'Mia Anders' }).getAttribute('href')
    for (const address of [mia ?? '', `${classroom}/report`, `${classroom}/report/students`])
      expect((await student.goto(address))?.status(), address).toBe(404)
    expect((await teacher.goto(mia ?? ''))?.status()).toBe(200)
  })
})
