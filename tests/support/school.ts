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

/** @param open pages of browsers of their own: the first becomes the teacher, the second the student */
export async function openSchool([teacher, student]: [Page, Page]): Promise<School> {
  const secret = `zebra${Math.random().toString(36).slice(2, 10)}`
  await becomeMember(teacher, `Teacher ${secret}`)
  const pupil = await becomeMember(student, `Pupil ${secret}`)
  const name = `Class ${secret}`
  const made = { name, timeZone: 'Europe/Paris' }
  const classroom = await submit(teacher, '/classes', 'name="timeZone"', made)
  const read = async () => (await teacher.context().request.get(classroom)).text()
  const link = `/join/${/\/join\/([2-9A-HJ-NP-Z]{8})/.exec(await read())?.[1]}`
  const quizId = /<option value="([0-9a-f-]{36})">The meeting in Paris/.exec(await read())?.[1]
  const setting = `${classroom}/quizzes/${quizId}`
  await submit(teacher, setting, 'name="closesAt"', {
    grading: 'highest',
    behaviour: 'deferred',
    late: 'accepted',
    'review.afterSubmission': 'score',
  })
  await submit(student, link, 'Join this class')
  const page = await (await student.context().request.get(classroom)).text()
  const assigned = /\/assignments\/[0-9a-f-]{36}/.exec(page)?.[0] ?? ''
  const done = await submit(student, assigned, 'name="assignmentId"')
  await submit(student, `${done}/review`, 'Hand in')
  const open = await submit(student, EVERY_KIND, 'Begin to practise')
  return { teacher, student, pupil, classroom, link, setting, assigned, open, done, secret }
}
