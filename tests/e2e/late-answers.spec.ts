import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '@/tests/support/browser'
import { answerFileOf } from '@/tests/support/late'
import { answerRight, QUIZ, questionsOf, savingOf } from '@/tests/support/quizzes'
import { beginSet, type School, schoolWith } from '@/tests/support/school'
import { query } from '@/tests/support/served'

test.use({ allowedComplaints: [/ERR_INTERNET_DISCONNECTED|401|404|409/] })
test.setTimeout(150_000)

const KEPT = 'Kept on this device, will be sent'
const [first, second] = questionsOf(QUIZ)
if (!first || !second) throw new Error('The quiz has lost its questions')

/** The server's clock hands in, as if the attempt had been over a moment ago. */
async function timeIsUp(id: string): Promise<void> {
  await query(`update "Attempt" set deadline = now() where id = $1`, [id])
  const ended = async () =>
    (await query<{ by: string }>('select "endedBy" as by from "Attempt" where id = $1', [id]))[0]
      ?.by
  await expect.poll(ended, { timeout: 15_000 }).toBe('clock')
}

const scoreOf = async (id: string) =>
  (await query<{ n: number }>('select "earnedN" as n from "Attempt" where id = $1', [id]))[0]?.n

async function atWork(student: Page, school: School): Promise<string> {
  const id = await beginSet(student, school.assigned)
  await answerRight(student, first as NonNullable<typeof first>)
  await expect(savingOf(student)).toContainText('Saved')
  // The page has asked for the time once, so that the log knows it.
  await expect
    .poll(() =>
      query(`select 1 from "AttemptEvent" where "attemptId" = $1 and kind = 'opened'`, [id]),
    )
    .toHaveLength(1)
  return id
}

test('what a device sends after the end is kept aside, shown to the teacher, and counts once accepted', async ({
  openAs,
}) => {
  const school = await schoolWith([await openAs('guest'), await openAs('guest')], {
    minutes: '30',
    attempts: '2',
  })
  const { student, teacher, setting } = school
  const id = await atWork(student, school)
  await student.context().setOffline(true)
  await answerRight(student, second)
  await expect(savingOf(student)).toHaveText(KEPT)
  await timeIsUp(id)

  await test.step('the student is told in words', async () => {
    await student.context().setOffline(false)
    await expect(student.getByText('One answer came after the end.')).toBeVisible()
    await student.goto(`/attempts/${id}/result`)
    await expect(student.getByRole('heading', { level: 1 })).toHaveText('1 of 10 points (10 %)')
    await expect(
      student.getByText('One answer came after the end and is kept for your teacher'),
    ).toBeVisible()
  })
  await test.step('the teacher finds it beside what is saved', async () => {
    await teacher.goto(`${setting}/live`)
    await teacher.getByRole('link', { name: 'Look at late answers' }).click()
    await expect(teacher).toHaveTitle(/^Late answers/)
    const item = teacher.getByRole('listitem').filter({ hasText: second.prompt })
    await expect(item).toContainText('Sent late by the device')
    await expect(item).toContainText('Saved in time')
    await expect(item).toContainText('1 of 1 point')
    await expectAccessible(teacher)
  })
  await test.step('nothing ticked is a sentence, not a decision', async () => {
    await teacher.getByRole('checkbox').uncheck()
    await teacher.getByRole('button', { name: 'Accept what is ticked' }).click()
    await expect(teacher.getByText('Tick at least one answer.')).toBeVisible()
    expect(await scoreOf(id)).toBe(1)
  })
  await test.step('accepted, it counts', async () => {
    await teacher.getByRole('checkbox').check()
    await teacher.getByRole('button', { name: 'Accept what is ticked' }).click()
    await expect(teacher.getByText('One answer is decided')).toBeVisible()
    expect(await scoreOf(id)).toBe(2)
    await expectAccessible(teacher)
    await student.reload()
    await expect(student.getByRole('heading', { level: 1 })).toHaveText('2 of 10 points (20 %)')
    await expect(
      student.getByText('One answer that came after the end was accepted.'),
    ).toBeVisible()
  })
  await test.step('the log tells all of it', async () => {
    await teacher.goto(`/attempts/${id}/result`)
    await teacher.getByText(/^\d+ entries/).click()
    const log = teacher.getByRole('table', { name: 'How this attempt went' })
    await expect(log).toContainText('Opened on Chrome, Linux')
    await expect(log).toContainText('Answer to question 2 came late and was kept aside')
    await expect(log).toContainText('Late answer to question 2 accepted')
  })
})

test('without a network to the end, a file of last resort brings the answers to the teacher', async ({
  openAs,
}) => {
  const school = await schoolWith([await openAs('guest'), await openAs('guest')], {
    minutes: '30',
    attempts: '2',
  })
  const { student, teacher, setting } = school
  await student.clock.install()
  const id = await atWork(student, school)
  let text = ''
  await test.step('the page offers the file when it has been offline for a minute', async () => {
    await student.context().setOffline(true)
    await answerRight(student, second)
    await expect(savingOf(student)).toHaveText(KEPT)
    const save = student.getByRole('button', { name: 'Save a file of your answers' })
    await expect(save).toHaveCount(0)
    await student.clock.fastForward('01:05')
    await expect(save).toBeVisible()
    await expectAccessible(student)
    const download = student.waitForEvent('download')
    await save.click()
    const file = await download
    expect(file.suggestedFilename()).toMatch(/^answers-.*\.json$/)
    text = readFileSync(await file.path(), 'utf8')
    expect(JSON.parse(text)).toMatchObject({
      attempt: id,
      answers: [{ question: second.id }],
    })
    await student.close()
  })

  await teacher.goto(`${setting}/late`)
  const choose = (name: string, content: string) =>
    teacher
      .getByLabel('File of answers', { exact: true })
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) })
  const press = async () => {
    const answered = teacher.waitForResponse((answer) => answer.request().method() === 'POST')
    await teacher.getByRole('button', { name: 'Take in the file' }).click()
    await answered
    await expect(teacher.getByRole('button', { name: 'Take in the file' })).toHaveAttribute(
      'aria-disabled',
      'false',
    )
  }
  await test.step('what is no such file, or of another attempt, is refused in a sentence', async () => {
    await expect(teacher.getByText('No answer has come late')).toBeVisible()
    await press()
    await expect(teacher.getByText('Choose the file that the student’s page saved.')).toBeVisible()
    for (const wrong of ['nothing', '{}', '[1]', JSON.stringify({ format: 'another' })]) {
      await choose('wrong.json', wrong)
      await press()
      await expect(teacher.getByText('This is no file of answers.')).toBeVisible()
    }
    await choose('long.json', JSON.stringify({ text: 'x'.repeat(300_000) }))
    await press()
    await expect(teacher.getByText('at most 256 KB')).toBeVisible()
    const foreign = answerFileOf('0199aaaa-0000-7000-8000-000000000000', { [first.id]: 'x' })
    await choose('foreign.json', await foreign.text())
    await press()
    await expect(teacher.getByText('These answers belong to no attempt')).toBeVisible()
    await choose('early.json', text)
    await press()
    await expect(teacher.getByText('This attempt is still under way')).toBeVisible()
    await expectAccessible(teacher)
  })
  await test.step('taken in, it waits for a decision, and counts once accepted', async () => {
    await timeIsUp(id)
    expect(await scoreOf(id)).toBe(1)
    await choose('answers.json', text)
    await press()
    await expect(teacher.getByText('Taken in: 1 new.')).toBeVisible()
    const item = teacher.getByRole('listitem').filter({ hasText: second.prompt })
    await expect(item).toContainText('From a file')
    await teacher.getByRole('button', { name: 'Accept what is ticked' }).click()
    await expect(teacher.getByText('One answer is decided')).toBeVisible()
    expect(await scoreOf(id)).toBe(2)
  })
})

test('the log says when a page was away, by its own telling and by the server’s', async ({
  openAs,
}) => {
  const school = await schoolWith([await openAs('guest'), await openAs('guest')], {
    minutes: '30',
    attempts: '2',
  })
  const { student } = school
  await student.clock.install()
  const id = await atWork(student, school)
  const events = () =>
    query<{ kind: string; detail: string }>(
      `select kind, detail from "AttemptEvent" where "attemptId" = $1 and kind in ('lost', 'found') order by at, id`,
      [id],
    )
  await student.context().setOffline(true)
  await student.clock.runFor(45_000)
  await student.context().setOffline(false)
  await student.clock.runFor(10_000)
  await expect.poll(events).toHaveLength(2)
  const [lost, found] = await events()
  expect([lost?.kind, found?.kind]).toEqual(['lost', 'found'])
  expect(Number(found?.detail.split('/')[0])).toBeGreaterThanOrEqual(40)
})
