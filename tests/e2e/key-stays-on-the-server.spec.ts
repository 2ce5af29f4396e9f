import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from '@/tests/support/browser'
import { CANARY, publishCanaries } from '@/tests/support/canary'
import { becomeMember, formAt, post } from '@/tests/support/forms'
import { COURSE, EVERY_KIND, LESSON, QUIZ, questionsOf } from '@/tests/support/quizzes'
import { servedFiles } from '@/tests/support/served'
import { everythingAt, expectNone, secretsOf, textOf } from '@/tests/support/served-keys'

test.use({ allowedComplaints: [/40[49]|412/] })
test.setTimeout(90_000)

const SLUG = 'canary'
test.beforeAll(() => {
  publishCanaries('paris-13-january', SLUG)
})

/** Starts an attempt at a quiz that no page offers, as a forged form could. */
async function startHidden(page: Page, mode: 'test' | 'practice'): Promise<string> {
  const { request } = page.context()
  const form = await formAt(request, QUIZ, mode === 'test' ? 'Begin the test' : 'Begin to practise')
  const answer = await post(request, QUIZ, form, { fields: { quiz: SLUG } })
  expect(answer.status()).toBe(303)
  return new URL(answer.headers().location ?? '', answer.url()).pathname
}

test('nothing of a key is served before a test is handed in, to any way of asking', async ({
  page,
}) => {
  await becomeMember(page, 'Curious')
  const served: string[] = []
  page.on('response', async (answer) => {
    served.push(JSON.stringify(await answer.headersArray().catch(() => [])))
    served.push(await answer.text().catch(() => ''))
  })
  const attempt = await startHidden(page, 'test')
  const secrets = await secretsOf(attempt)
  expect(secrets[0]).toMatch(/^[0-9a-f]{32}$/)

  await page.goto(attempt)
  const options = page.getByRole('radio', { name: /^Canary option/ })
  await options.first().check()
  await page.getByLabel('Your answer').fill('12')
  await expect(page.getByRole('status', { name: 'Saving' }).first()).toHaveText(/^Saved/)
  await page.getByRole('button', { name: 'Questions 5 to 8' }).click()
  await page.getByLabel('Your answer').fill('something')
  await page.getByLabel('Partner of Canary row one').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Keep this order' }).click()
  await page
    .getByRole('button', { name: /^Flag for later/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Review and hand in' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Review and hand in')

  const save = (question: string, body: object) =>
    page.context().request.put(`/api/attempts/${attempt.split('/').at(-1)}/responses/${question}`, {
      data: body,
      headers: { 'sec-fetch-site': 'same-origin' },
    })
  const forms: unknown[] = [{ value: 'x', base: 0 }, { value: null, base: 99 }, { value: 3 }]
  for (const body of forms) {
    for (let n = 1; n <= 9; n++) served.push(await textOf(await save(`q-${n}`, body as object)))
  }
  served.push(...(await everythingAt(page, attempt, 2)))
  expect(served.join('').includes('Canary question 8'), 'the quiz itself was served').toBe(true)
  expectNone(served, secrets)

  await page.getByRole('button', { name: 'Hand in', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/of 8 points \(\d+\s%\)$/)
  const due = await (await page.context().request.get(`${attempt}/result`)).text()
  for (let n = 1; n <= 8; n++)
    expect(due, 'after handing in it is due').toContain(`zq7k${n}-explanation`)
  expectNone([due.replaceAll(/zq7k/g, '')], secrets.slice(0, 1))
})

test('practice gives away the checked question and no other', async ({ page }) => {
  await page.goto('/')
  const attempt = await startHidden(page, 'practice')
  const secrets = await secretsOf(attempt)
  expectNone(await everythingAt(page, attempt, 8), secrets)

  await page.goto(attempt)
  await page.getByRole('radio', { name: 'Canary option a' }).check()
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(page.getByText('zq7k1-explanation')).toBeVisible()
  const served = await everythingAt(page, attempt, 8)
  expect(served.some((text) => text.includes('zq7k1-explanation'))).toBe(true)
  expectNone(
    served.map((text) => text.replaceAll('zq7k1', '')),
    secrets,
  )
})

test('a save is answered alike for a right and for a wrong answer', async ({ page }) => {
  await page.goto('/')
  const attempt = await startHidden(page, 'practice')
  const id = attempt.split('/').at(-1)
  await page.goto(attempt)
  const codes = await page
    .getByRole('radio')
    .evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value))
  expect(codes).toHaveLength(3)
  const answers: string[] = []
  for (const [base, value] of codes.entries()) {
    const answer = await page.context().request.put(`/api/attempts/${id}/responses/q-1`, {
      data: { value, base },
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    const body = (await answer.text()).replace(/\d+(?=,)|\d{4}-[^"]+/g, '…')
    answers.push(`${answer.status()} ${body}`)
  }
  expect(new Set(answers).size, answers.join('\n')).toBe(1)
})

/** What explains an answer in the real content, and is long enough not to be met by chance. */
function explaining(address: string): string[] {
  const found: string[] = []
  const collect = (value: unknown, name = '') => {
    if (typeof value === 'string') {
      if (/^(explanation|feedback|note|quote|accept)$/.test(name) && value.length > 20)
        found.push(value)
    } else if (Array.isArray(value)) for (const each of value) collect(each, name)
    else if (typeof value === 'object' && value !== null)
      for (const [inner, each] of Object.entries(value)) collect(each, inner)
  }
  collect(questionsOf(address))
  return found
}

test('no script, source map or page that anybody can load holds a key of the real content', async ({
  request,
}) => {
  const texts = [...explaining(QUIZ), ...explaining(EVERY_KIND)]
  expect(texts.length).toBeGreaterThan(60)
  const files = servedFiles()
  expect(files.filter((file) => file.endsWith('.js')).length).toBeGreaterThan(5)
  expect(files.filter((file) => file.endsWith('.map'))).toEqual([])
  const holders = files.filter((file) => {
    const content = readFileSync(file, 'utf8')
    return CANARY.test(content) || texts.some((text) => content.includes(text))
  })
  expect(holders).toEqual([])
  const early = texts.filter((text) => !/^[^.]*$/.test(text))
  for (const address of ['/', COURSE, QUIZ, EVERY_KIND, LESSON]) {
    const html = await (await request.get(address)).text()
    const flight = await (await request.get(address, { headers: { rsc: '1' } })).text()
    const given = early.filter((text) => (html + flight).includes(text))
    if (address !== LESSON) expect(given, address).toEqual([])
  }
})
