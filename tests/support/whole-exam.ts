import { expect as base, type Page } from '@playwright/test'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import { becomeMember } from './forms'
import { answerRight, fieldOf, QUIZ, questionsOf, railOf } from './quizzes'
import { submit } from './school'
import { query } from './served'
import { the } from './the'

/** Thirteen pages share a machine: what comes at all may take its time. */
export const expect = base.configure({ timeout: 40_000 })

/** The questions that the class answers, of five kinds, on four pages. */
const places = [1, 2, 3, 6, 8]
export const asked = places.map((place) => the(questionsOf(QUIZ)[place - 1]))
export const [place, claim] = [the(asked[0]), the(asked[1])]

/** The wrong answer to the first question, which the teacher will call right in the end. */
export const beijing = 'Beijing'

/**
 * Who gives which answers, question by question: + right, - wrong, a dot for a blank. Each right one
 * earns a point; the second line of a student is a second attempt.
 */
export const PATTERNS = {
  Ada: ['+++++'],
  Ben: ['-+++.'],
  Cleo: ['+-.+.'],
  Dana: ['-+.+-'],
  Emil: ['+.+-+'],
  Fay: ['-...+'],
  Gus: ['++...'],
  Hana: ['++-..'],
  Ivo: ['+-...', '+++..'],
  Juna: ['+++-+', '-....'],
  Kai: ['-----'],
  Lea: ['..-.+'],
} as const
export type Name = keyof typeof PATTERNS
export const NAMES = Object.keys(PATTERNS) as Name[]

/** The points of one attempt. */
export const earned = (pattern: string): number => pattern.split('+').length - 1
/** The same once the wrong answer to the first question is the right one, and no mark may fall by it. */
export const corrected = (pattern: string): number =>
  earned(pattern) + (pattern.startsWith('-') ? 1 : 0)
/** The grades in points: of each student's attempts the best one. */
export const gradesBy = (points: (pattern: string) => number): Record<Name, number> =>
  Object.fromEntries(
    NAMES.map((name) => [name, Math.max(...PATTERNS[name].map((each) => points(each)))]),
  ) as Record<Name, number>
/** The average of the class in per cent, to one place. */
export const averageOf = (grades: Record<Name, number>): number => {
  const all = Object.values(grades)
  return Math.round((1000 * all.reduce((sum, grade) => sum + grade, 0)) / (10 * all.length)) / 10
}

async function answerWrong(page: Page, question: AuthoredQuestion): Promise<void> {
  const field = fieldOf(page, question)
  switch (question.kind) {
    case 'single-choice': {
      const wrong = the(question.options.find(({ id }) => id !== question.key))
      return field.getByRole('radio', { name: wrong.text }).check()
    }
    case 'multiple-response': {
      const wrong = the(question.options.find(({ id }) => !question.key.includes(id)))
      return field.getByRole('checkbox', { name: wrong.text }).check()
    }
    case 'true-false':
      return field
        .getByRole('radio', { name: question.key ? question.labels.false : question.labels.true })
        .check()
    case 'numeric':
      return field.getByLabel('Your answer').fill(`1${question.key}`)
    default:
      return field.getByLabel('Your answer').fill('nobody of this name')
  }
}

/** Turns to a question of the open attempt and answers it as its sign says. */
export async function give(page: Page, sign: string, question: AuthoredQuestion): Promise<void> {
  if (sign === '.') return
  const number = the(places[asked.indexOf(question)])
  const button = railOf(page).getByRole('button', { name: new RegExp(`^Question ${number},`) })
  await button.click()
  await expect(fieldOf(page, question)).toBeVisible()
  await (sign === '+' ? answerRight : answerWrong)(page, question)
}

/** Of an attempt: the questions that are answered on the server, each with its version. */
export const savedIn = async (attempt: string): Promise<Record<string, number>> => {
  const rows = await query<{ questionId: string; version: number }>(
    'select "questionId", version from "Response" where "attemptId" = $1 and value is not null',
    [attempt],
  )
  return Object.fromEntries(rows.map(({ questionId, version }) => [questionId, version]))
}

/** How often the log of an attempt says that this question was saved. */
export const savesOf = async (attempt: string, { id }: AuthoredQuestion): Promise<number> => {
  const sql = `select 1 from "AttemptEvent" where "attemptId" = $1 and kind = 'saved' and detail = $2`
  return (await query(sql, [attempt, id])).length
}

/** Gives the answers of a pattern, but for the questions left out, and waits until all are saved. */
export async function giveAll(
  page: Page,
  attempt: string,
  pattern: string,
  without: readonly AuthoredQuestion[] = [],
): Promise<void> {
  const given = asked
    .map((question, index) => ({ question, sign: the(pattern[index]) }))
    .filter(({ question, sign }) => sign !== '.' && !without.includes(question))
  for (const { question, sign } of given) await give(page, sign, question)
  const ids = given.map(({ question }) => question.id).sort()
  await expect.poll(async () => Object.keys(await savedIn(attempt)).sort()).toEqual(ids)
}

/** A pattern's answers are handed in over the review; the result says the points. */
export async function handInAs(page: Page, pattern: string): Promise<void> {
  await railOf(page).getByRole('button', { name: 'Review and hand in' }).click()
  await page.waitForURL(/\/review(#q\d+)?$/)
  await page.getByRole('button', { name: 'Hand in', exact: true }).click()
  await page.waitForURL(/\/result(#q\d+)?$/)
  const points = earned(pattern)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    `${points} of 10 points (${points * 10} %)`,
  )
}

/** The whole minutes that the clock of an open attempt shows. */
export async function minutesOn(page: Page): Promise<number> {
  const time = railOf(page).getByRole('region', { name: 'Time left' })
  await expect(time).toContainText(/\d+ minutes left/)
  return Number(/(\d+) minutes left/.exec((await time.textContent()) ?? '')?.[1])
}

/** The minutes between beginning and end of an attempt, as the server has them. */
export const minutesOf = async (attempt: string): Promise<number> => {
  const sql =
    'select round(extract(epoch from deadline - "startedAt") / 60)::int as n from "Attempt" where id = $1'
  return the((await query<{ n: number }>(sql, [attempt]))[0]).n
}

/** The end of an attempt is put so many seconds from now. */
export const endsIn = (attempt: string, seconds: number) =>
  query(`update "Attempt" set deadline = now() + $2 * interval '1 second' where id = $1`, [
    attempt,
    seconds,
  ])

export const endedBy = async (attempt: string): Promise<string | null> =>
  the(
    (
      await query<{ by: string }>('select "endedBy" as by from "Attempt" where id = $1', [attempt])
    )[0],
  ).by

/** Every attempt of an assignment with the mark that is stored, by student and number. */
export const marksOf = async (assigned: string): Promise<Record<string, string>> => {
  const rows = await query<{ key: string; id: string; mark: string }>(
    `select u.name || ' ' || a.number as key, a."earnedN" || '/' || a."earnedD" || ' of ' || a.points as mark
    from "Attempt" a join "User" u on u.id = a."learnerId" where a."assignmentId" = $1`,
    [assigned.split('/').at(-1)],
  )
  return Object.fromEntries(rows.map(({ key, mark }) => [key, mark]))
}

/** What `marksOf` says where each attempt has these points. */
export const expectedMarks = (points: (pattern: string) => number): Record<string, string> =>
  Object.fromEntries(
    NAMES.flatMap((name) =>
      PATTERNS[name].map((pattern, index) => [
        `${name} ${index + 1}`,
        `${points(pattern)}/1 of 10`,
      ]),
    ),
  )

/** The row of a student in a table of the teacher's. */
export const rowOf = (page: Page, name: Name) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })

/** The gradebook shows these points, and nobody else's. */
export async function expectGrades(
  teacher: Page,
  classroom: string,
  grades: Record<Name, number>,
): Promise<void> {
  await teacher.goto(classroom)
  const book = teacher.getByRole('region', { name: 'Gradebook' })
  await expect(book.getByRole('rowheader')).toHaveText(NAMES)
  for (const name of NAMES)
    await expect(
      rowOf(teacher, name).getByRole('link', { name: `${grades[name]} of 10`, exact: true }),
      name,
    ).toBeVisible()
}

/** A teacher, a class without a quiz, and twelve who have joined it, without walking through the pages. */
export async function makeClass(
  openGuest: () => Promise<Page>,
): Promise<{ teacher: Page; classroom: string; students: Record<Name, Page> }> {
  const teacher = await openGuest()
  await becomeMember(teacher, 'Ms Keller')
  const made = { name: 'Class 9b', timeZone: 'Europe/Paris' }
  const classroom = await submit(teacher, '/classes', 'name="timeZone"', made)
  const people = await teacher.context().request.get(`${classroom}/people`)
  const link = the(/\/join\/[2-9A-HJ-NP-Z]{8}/.exec(await people.text()))[0]
  const join = async (name: Name) => {
    const page = await openGuest()
    await becomeMember(page, name)
    expect(await submit(page, link, 'Join this class')).toBe(classroom)
    return [name, page] as const
  }
  const students = Object.fromEntries(await Promise.all(NAMES.map(join))) as Record<Name, Page>
  return { teacher, classroom, students }
}

/** Sets the quiz to the class in the page: half an hour, two attempts, dates, everything shown after handing in. */
export async function setThroughForm(teacher: Page, classroom: string): Promise<string> {
  await teacher.goto(classroom)
  const quiz = teacher.getByLabel('Quiz', { exact: true })
  await quiz.selectOption('The meeting in Paris (10 questions)')
  await teacher.getByRole('button', { name: 'Set this quiz' }).click()
  await teacher.waitForURL(/\/quizzes\//)
  const setting = new URL(teacher.url()).pathname
  await teacher.getByLabel('Due', { exact: true }).fill('2036-12-31T12:00')
  await teacher.getByLabel('Closes', { exact: true }).fill('2037-01-01T12:00')
  await teacher.getByLabel('Time limit in minutes').fill('30')
  await teacher.getByLabel('Attempts', { exact: true }).fill('2')
  for (const box of await teacher.locator('input[name="review.afterSubmission"]').all())
    await box.check()
  await teacher.getByRole('button', { name: 'Set it' }).click()
  await teacher.waitForURL((url) => url.pathname === classroom)
  return setting
}
