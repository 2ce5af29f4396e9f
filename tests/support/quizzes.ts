import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'
import { parse } from 'yaml'
import { quizSchema } from '@/lib/domain/course'
import type { Kind } from '@/lib/domain/question/kind'
import type { AuthoredQuestion } from '@/lib/domain/question/question'

export const COURSE = '/courses/paris-13-january'
export const LESSON = `${COURSE}/lessons/the-meeting-in-paris`
/** The quiz of the first lesson: a test or practice, ten questions, two on a page. */
export const QUIZ = `${COURSE}/quizzes/the-meeting-in-paris`
/** Practice only: eight questions, one of each kind. */
export const EVERY_KIND = `${COURSE}/quizzes/every-kind`

/** The questions of a quiz as their author wrote them, keys included. */
export function questionsOf(address: string): AuthoredQuestion[] {
  const file = `content${address}.yaml`
  return quizSchema.parse(parse(readFileSync(file, 'utf8'))).questions
}

/** The place of a question on an attempt's page or, by its prompt, anywhere. */
export const fieldOf = (page: Page, { prompt }: Pick<AuthoredQuestion, 'prompt'>): Locator =>
  page.getByRole('group', { name: prompt })

/** Puts the rows of an ordering question in this order with their buttons alone. */
export async function putInOrder(field: Locator, texts: readonly string[]): Promise<void> {
  const rows = field.getByRole('list', { name: 'Your order' }).getByRole('listitem')
  await rows.first().waitFor()
  for (const [place, text] of texts.entries()) {
    const all = await rows.allTextContents()
    for (let from = all.findIndex((row) => row.includes(text)); from > place; from--) {
      await field.getByRole('button', { name: `Move up: ${text}` }).click()
      await expect(rows.nth(from - 1)).toContainText(text)
    }
  }
}

type Of<K extends Kind> = Extract<AuthoredQuestion, { kind: K }>
const textOf = (items: readonly { id: string; text: string }[], id: string | undefined): string =>
  items.find((item) => item.id === id)?.text ?? ''

/** A native list names its entries by a letter where they are long. */
async function select(list: Locator, text: string): Promise<void> {
  await list.waitFor()
  const entries = await list.getByRole('option').allTextContents()
  const entry = entries.find((each) => each === text || each.endsWith(`: ${text}`))
  await list.selectOption({ label: entry ?? text })
}

const giveRight: { [K in Kind]: (field: Locator, question: Of<K>) => Promise<void> } = {
  'single-choice': (field, { options, key }) =>
    field.getByRole('radio', { name: textOf(options, key) }).check(),
  'multiple-response': async (field, { options, key }) => {
    for (const id of key) await field.getByRole('checkbox', { name: textOf(options, id) }).check()
  },
  'true-false': (field, { key, labels }) =>
    field.getByRole('radio', { name: key ? labels.true : labels.false }).check(),
  numeric: (field, { key }) => field.getByLabel('Your answer').fill(key),
  'short-text': (field, { key }) => field.getByLabel('Your answer').fill(key),
  matching: async (field, { rows, choices, key }) => {
    for (const row of rows)
      await select(field.getByLabel(`Partner of ${row.text}`), textOf(choices, key[row.id]))
  },
  ordering: (field, { items, key }) =>
    putInOrder(
      field,
      key.map((id) => textOf(items, id)),
    ),
  cloze: async (field, { gaps }) => {
    for (const [place, gap] of gaps.entries()) {
      const input = field.getByLabel(`Gap ${place + 1} of ${gaps.length}`)
      if (gap.input === 'typed') await input.fill(gap.key)
      else await select(input, textOf(gap.options, gap.key))
    }
  },
}

/** Answers a question of the open page as its key says. */
export function answerRight(page: Page, question: AuthoredQuestion): Promise<void> {
  const give = giveRight[question.kind] as (field: Locator, of: AuthoredQuestion) => Promise<void>
  return give(fieldOf(page, question), question)
}

/** Presses the button that begins (or goes on with) an attempt; gives the attempt's address. */
export async function begin(page: Page, quiz: string, mode: 'test' | 'practice'): Promise<string> {
  if (new URL(page.url(), 'http://none').pathname !== quiz) await page.goto(quiz)
  const label = { test: /^(Begin|Go on with) the test$/, practice: /^(Begin to|Go on) practis/ }
  await page.getByRole('button', { name: label[mode] }).click()
  await expect(page).toHaveURL(/\/attempts\/[0-9a-f-]+$/)
  return new URL(page.url()).pathname
}

/** The rail of an open attempt, with its navigator and the way to the review. */
export const railOf = (page: Page): Locator =>
  page.getByRole('complementary', { name: 'Status of the quiz' })

/** What the page says of saving. */
export const savingOf = (page: Page): Locator =>
  railOf(page).getByRole('status', { name: 'Saving' })

/** From any page of an open attempt over its review to the result. */
export async function handIn(page: Page, mode: 'test' | 'practice' = 'test'): Promise<void> {
  const words = {
    test: ['Review and hand in', 'Hand in'],
    practice: ['Review and finish', 'Finish'],
  }
  const [review = '', last = ''] = words[mode]
  await railOf(page).getByRole('button', { name: review }).click()
  await expect(page).toHaveURL(/\/review(#q\d+)?$/)
  await page.getByRole('button', { name: last, exact: true }).click()
  await expect(page).toHaveURL(/\/result(#q\d+)?$/)
}
