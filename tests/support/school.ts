import type { Page } from '@playwright/test'
import { becomeMember, formAt, type Person, post } from './forms'
import { EVERY_KIND } from './quizzes'

/** A class with one student, made without walking through its pages, and what belongs to it. */
export interface School {
  teacher: Page
  student: Page
  pupil: Person
  /** Addresses. */
  classroom: string
  link: string
  /** Of the quiz that is set: its form for the teacher, its rules for students. */
  setting: string
  assigned: string
  /** The page about the student’s grade in it, and the student’s report. */
  grade: string
  report: string
  /** Of the student: one open attempt, and one that was handed in to the class. */
  open: string
  done: string
  /** Stands in every one of these pages, and nowhere else. */
  secret: string
}

const pathOf = (location: string | undefined) => new URL(location ?? '', 'http://none').pathname

/** Presses a form's button as a browser without JavaScript; gives the path that it leads to. */
export async function submit(
  page: Page,
  address: string,
  text: string,
  fields: Record<string, string> = {},
): Promise<string> {
  const { request } = page.context()
  const answer = await post(request, address, await formAt(request, address, text), { fields })
  if (answer.status() !== 303) throw new Error(`${text}: ${answer.status()}`)
  return pathOf(answer.headers().location)
}

/** What every form that sets a quiz says. */
export const SETTING = {
  shuffleOptions: 'yes',
  grading: 'highest',
  behaviour: 'deferred',
  late: 'accepted',
  'review.afterSubmission': 'score',
}

/** A class of this teacher's without students, in which a quiz is set. */
export async function openClass(
  teacher: Page,
  name: string,
): Promise<Pick<School, 'classroom' | 'link' | 'setting'>> {
  const made = { name, timeZone: 'Europe/Paris' }
  const classroom = await submit(teacher, '/classes', 'name="timeZone"', made)
  const read = (at: string) => readAs(teacher, at)
  const people = await read(`${classroom}/people`)
  const link = `/join/${/\/join\/([2-9A-HJ-NP-Z]{8})/.exec(people)?.[1]}`
  const choice = /<option value="([0-9a-f-]{36})">The meeting in Paris/
  const quizId = choice.exec(await read(classroom))?.[1]
  const setting = `${classroom}/quizzes/${quizId}`
  await submit(teacher, setting, 'name="closesAt"', SETTING)
  return { classroom, link, setting }
}

const readAs = async (page: Page, at: string) => (await page.context().request.get(at)).text()

/** @param open pages of browsers of their own: the first becomes the teacher, the second the student */
export async function openSchool([teacher, student]: [Page, Page]): Promise<School> {
  const secret = `zebra${Math.random().toString(36).slice(2, 10)}`
  await becomeMember(teacher, `Teacher ${secret}`)
  const pupil = await becomeMember(student, `Pupil ${secret}`)
  const { classroom, link, setting } = await openClass(teacher, `Class ${secret}`)
  await submit(student, link, 'Join this class')
  const page = await (await student.context().request.get(classroom)).text()
  const assigned = /\/assignments\/[0-9a-f-]{36}/.exec(page)?.[0] ?? ''
  const done = await submit(student, assigned, 'name="assignmentId"')
  await submit(student, `${done}/review`, 'Hand in')
  const open = await submit(student, EVERY_KIND, 'Begin to practise')
  const [studentId] = /(?<=\/students\/)[0-9a-f-]{36}/.exec(await readAs(teacher, classroom)) ?? []
  const grade = `${setting}/students/${studentId}`
  const report = `${classroom}/students/${studentId}/report`
  return {
    teacher,
    student,
    pupil,
    classroom,
    link,
    setting,
    assigned,
    grade,
    report,
    open,
    done,
    secret,
  }
}

/** A school whose quiz is set as these fields say, beside what every form says. */
export async function schoolWith(
  pages: [Page, Page],
  fields: Record<string, string>,
): Promise<School> {
  const school = await openSchool(pages)
  await submit(school.teacher, school.setting, 'name="closesAt"', {
    ...SETTING,
    ...fields,
  })
  return school
}

/** Begins what is set, in the browser; gives the attempt's id. */
export async function beginSet(student: Page, assigned: string): Promise<string> {
  await student.goto(assigned)
  await student.getByRole('button', { name: /^Begin/ }).click()
  await student.waitForURL(/\/attempts\//)
  return new URL(student.url()).pathname.split('/').at(-1) ?? ''
}
