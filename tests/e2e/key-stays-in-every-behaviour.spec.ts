import type { Page } from '@playwright/test'
import { expect, test } from '@/tests/support/browser'
import { publishCanaries } from '@/tests/support/canary'
import { openSchool, type School, SETTING, submit } from '@/tests/support/school'
import { query } from '@/tests/support/served'
import { everythingAt, expectNone, secretsOf, textOf } from '@/tests/support/served-keys'

test.use({ allowedComplaints: [/40[49]|412/] })
test.setTimeout(120_000)

const SLUG = 'canary-set'
test.beforeAll(() => {
  publishCanaries('paris-13-january', SLUG)
})

/** Sets the marked quiz to the class and begins it; the attempt's address. */
async function beginCanaries(
  { teacher, student, classroom }: School,
  fields: Record<string, string>,
): Promise<string> {
  const [quiz] = await query<{ id: string }>('select id from "Quiz" where slug = $1', [SLUG])
  const setting = `${classroom}/quizzes/${quiz?.id}`
  await submit(teacher, setting, 'name="closesAt"', { ...SETTING, attempts: '', ...fields })
  const [set] = await query<{ id: string }>(
    'select id from "Assignment" where "quizId" = $1 and "classId" = $2',
    [quiz?.id, classroom.split('/').at(-1)],
  )
  return submit(student, `/assignments/${set?.id}`, 'name="assignmentId"')
}

const check = (page: Page, name = 'Check') =>
  page.getByRole('button', { name, exact: true }).click()

test('while tries are left, nothing of a key is served but what is said of the learner’s own choice', async ({
  openAs,
}) => {
  const school = await openSchool([await openAs('guest'), await openAs('guest')])
  const { student } = school
  const rules = { behaviour: 'interactive', tries: '3', 'review.during': 'correctness' }
  const attempt = await beginCanaries(school, rules)
  const secrets = await secretsOf(attempt)
  expectNone(await everythingAt(student, attempt, 8), secrets)

  await test.step('a wrong option, where reasons are not shown', async () => {
    await student.goto(attempt)
    await student.getByRole('radio', { name: 'Canary option a' }).check()
    await check(student)
    await expect(student.getByText('Try 1 of 3')).toBeVisible()
    expectNone(await everythingAt(student, attempt, 8), secrets)
  })
  await test.step('a wrong number that was foreseen, and pairs of which one is right', async () => {
    await student.goto(`${attempt}?page=4`)
    await student.getByLabel('Your answer').fill('6620179')
    await check(student)
    await expect(student.getByText('Try 1 of 3')).toBeVisible()
    await student.goto(`${attempt}?page=6`)
    for (const row of ['one', 'two'])
      await student
        .getByLabel(`Partner of Canary row ${row}`)
        .selectOption({ label: 'Canary choice c1' })
        .catch(() => student.getByLabel(`Partner of Canary row ${row}`).selectOption({ index: 1 }))
    await check(student)
    await expect(student.getByText('Try 1 of 3')).toBeVisible()
    // The number is the learner's own by now.
    expectNone(await everythingAt(student, attempt, 8), [secrets[0] ?? '', ...secrets.slice(1, 3)])
  })
})

test('with reasons shown, the reason of the chosen option is served and no other', async ({
  openAs,
}) => {
  const school = await openSchool([await openAs('guest'), await openAs('guest')])
  const { student } = school
  const rules = { behaviour: 'interactive', tries: '2' }
  const attempt = await beginCanaries(school, { ...rules, 'review.during': 'correctness' })
  await query(
    `update "Assignment" set rules = jsonb_set(rules, '{review,during}', '["correctness", "feedback"]')
     where id = (select "assignmentId" from "Attempt" where id = $1)`,
    [attempt.split('/').at(-1)],
  )
  const secrets = await secretsOf(attempt)
  await student.goto(attempt)
  await student.getByRole('radio', { name: 'Canary option a' }).check()
  await check(student)
  await expect(student.getByText('zq7k1-a feedback')).toBeVisible()
  const served = await everythingAt(student, attempt, 8)
  expectNone(
    served.map((text) => text.replaceAll('zq7k1-a feedback', '')),
    secrets,
  )

  await student.getByRole('radio', { name: 'Canary option c' }).check()
  await check(student, 'Try again')
  await expect(student.getByText('zq7k1-c feedback')).toBeVisible()
  await expect(student.getByRole('button', { name: 'Try again', exact: true })).toHaveCount(0)
  const last = await everythingAt(student, attempt, 8)
  expectNone(
    // The title belongs to the result of a question that is over.
    last.map((text) => text.replaceAll(/zq7k1-(c feedback|title)/g, '')),
    secrets,
  )
})

test('a certainty is saved alike for right and wrong answers, and nothing of a key is served', async ({
  openAs,
}) => {
  const school = await openSchool([await openAs('guest'), await openAs('guest')])
  const { student } = school
  const attempt = await beginCanaries(school, { behaviour: 'certainty' })
  const secrets = await secretsOf(attempt)
  await student.goto(attempt)
  const codes = await student
    .getByRole('radio', { name: /^Canary option/ })
    .evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value))
  expect(codes).toHaveLength(3)
  const replies: string[] = []
  for (const [base, answer] of codes.entries()) {
    const saved = await student.context().request.put(`/api${attempt}/responses/q-1`, {
      data: { value: { answer, certainty: 3 }, base },
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    expect(saved.status()).toBe(200)
    replies.push((await textOf(saved)).replace(/\d+(?=,)|\d{4}-[^"]+/g, '…'))
  }
  const bodies = replies.map((reply) => reply.slice(reply.lastIndexOf('{')))
  expect(new Set(bodies).size, bodies.join('\n')).toBe(1)
  const served = await everythingAt(student, attempt, 2)
  expect(served.join('')).toContain('How sure are you?')
  expectNone([...replies, ...served], secrets)
})
