import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { parse } from 'yaml'
import { courseSchema } from '@/lib/domain/course'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import { expect, test } from '@/tests/support/browser'
import { becomeMember } from '@/tests/support/forms'
import { answerRight, begin, COURSE, fieldOf, handIn, questionsOf } from '@/tests/support/quizzes'

test.setTimeout(120_000)

const course = courseSchema.parse(parse(readFileSync(`content${COURSE}/course.yaml`, 'utf8')))
const lessons = course.stages.flatMap(({ lessons }) => lessons)
const quizOf = (lesson: string) => `${COURSE}/quizzes/${lesson}`
const all = lessons.flatMap((lesson) => questionsOf(quizOf(lesson)))

/** The questions of the open page, in its order. */
async function asked(page: Page): Promise<AuthoredQuestion[]> {
  const group = page.getByRole('group', { name: /./ }).first()
  await group.waitFor()
  const found: AuthoredQuestion[] = []
  for (const question of all) if (await fieldOf(page, question).count()) found.push(question)
  return found
}

/** Answers the whole attempt as the keys say; gives the questions that it asked. */
async function answerAll(page: Page): Promise<AuthoredQuestion[]> {
  const done: AuthoredQuestion[] = []
  for (;;) {
    const here = await asked(page)
    for (const question of here) await answerRight(page, question)
    done.push(...here)
    const next = new RegExp(`^Questions? ${done.length + 1}( (and|to) \\d+)?$`)
    const onward = page.getByRole('button', { name: next })
    const [first] = here
    if (!first || (await onward.count()) === 0) return done
    await onward.click()
    await expect(fieldOf(page, first)).toHaveCount(0)
  }
}

const plain = (text: string) =>
  text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()

/** Follows every passage of a result to its lesson and finds each quotation in the marked sentence. */
async function followEvidence(page: Page, questions: readonly AuthoredQuestion[]): Promise<void> {
  const result = page.url()
  const trails: { question: AuthoredQuestion; hrefs: string[] }[] = []
  for (const question of questions) {
    const article = page.getByRole('article', { name: question.prompt })
    const links = article.getByRole('link', { name: 'Open in the lesson' })
    const hrefs = await links.evaluateAll((found) =>
      found.map((link) => link.getAttribute('href') ?? ''),
    )
    trails.push({ question, hrefs })
  }
  const marked = new Map<string, { sentence: string; around: string }>()
  for (const href of new Set(trails.flatMap(({ hrefs }) => hrefs))) {
    await page.goto(href)
    const sentence = page.locator(':target')
    await expect(sentence, href).toBeInViewport()
    const around = await sentence.evaluate((found) => found.parentElement?.textContent ?? '')
    marked.set(href, {
      sentence: plain((await sentence.textContent()) ?? ''),
      around: plain(around),
    })
  }
  for (const { question, hrefs } of trails) {
    const places = hrefs.flatMap((href) => marked.get(href) ?? [])
    const quotes = question.evidence.map(({ quote }) => plain(quote))
    // Quotations from neighbouring sentences are one passage, and its link leads to the first.
    for (const { sentence } of places)
      expect
        .soft(
          quotes.some((quote) => sentence.includes(quote)),
          `${question.id} leads to “${sentence}”`,
        )
        .toBe(true)
    for (const quote of quotes)
      expect
        .soft(
          places.some(({ around }) => around.includes(quote)),
          `${question.id}: “${quote}” where its links lead`,
        )
        .toBe(true)
  }
  await page.goto(result)
}

for (const [place, lesson] of lessons.entries()) {
  test(`lesson ${place + 1}, ${lesson}, holds the answer to every question of its quiz`, async ({
    page,
  }) => {
    await becomeMember(page, 'Walker')
    await page.goto(`${COURSE}/lessons/${lesson}`)
    await page.getByRole('link', { name: 'Take the quiz on this lesson' }).click()
    await expect(page).toHaveURL(quizOf(lesson))
    await begin(page, quizOf(lesson), 'test')
    const questions = await answerAll(page)
    expect(questions).toHaveLength(questionsOf(quizOf(lesson)).length)
    await handIn(page)
    const count = questions.length
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      `${count} of ${count} points (100 %)`,
    )
    await followEvidence(page, questions)
    await page.goto(COURSE)
    const map = page.getByRole('region', { name: 'Map of the course' })
    // Once in the key of the map, and once at this lesson.
    await expect(map.getByText('Proficient')).toHaveCount(2)
  })
}

test('the lessons lead from the first to the last and back, and say how far one has come', async ({
  page,
}) => {
  await becomeMember(page, 'Reader')
  await page.goto(`${COURSE}/lessons/${lessons[0]}`)
  for (const lesson of lessons.slice(1)) {
    await page.getByRole('navigation', { name: 'Between lessons' }).getByRole('link').last().click()
    await expect(page).toHaveURL(`${COURSE}/lessons/${lesson}`)
  }
  await page.getByRole('navigation', { name: 'Between lessons' }).getByRole('link').first().click()
  await expect(page).toHaveURL(`${COURSE}/lessons/${lessons.at(-2)}`)
  const strip = page.getByRole('navigation', { name: 'Lessons of this course' })
  await expect(strip.getByRole('link')).toHaveCount(lessons.length)
  await expect(strip.getByRole('link', { name: /begun/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Mark as read' }).click()
  await page.goto(`${COURSE}/lessons/${lessons[0]}`)
  await expect(strip.getByRole('link', { name: /^Lesson 7: .*, begun$/ })).toHaveCount(1)
})

test('the quizzes of a course are listed in the order of its lessons', async ({ page }) => {
  await page.goto(COURSE)
  const links = page.getByRole('region', { name: 'Quizzes' }).getByRole('link')
  const hrefs = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href')))
  expect(hrefs).toEqual([...lessons, 'every-kind', 'final'].map(quizOf))
})

test('the final quiz draws three questions from each lesson, and who knows them all has passed', async ({
  page,
}) => {
  await becomeMember(page, 'Finisher')
  const final = `${COURSE}/quizzes/final`
  await page.goto(final)
  await expect(page.getByText('24 questions, 24 points')).toBeVisible()
  await expect(page.getByText('Passed from 70 % of the points.')).toBeVisible()
  await begin(page, final, 'test')
  const questions = await answerAll(page)
  const from = (lesson: string) => new Set(questionsOf(quizOf(lesson)).map(({ id }) => id))
  for (const lesson of lessons)
    expect(
      questions.filter(({ id }) => from(lesson).has(id)),
      lesson,
    ).toHaveLength(3)
  await handIn(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('24 of 24 points (100 %)')
  await expect(page.getByText('Passed: 70 % of the points are needed.')).toBeVisible()
  await followEvidence(page, questions)
})
