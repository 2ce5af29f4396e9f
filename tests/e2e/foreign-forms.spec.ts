import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { APIRequestContext, Page } from '@playwright/test'
import { aloneDeeds } from '@/tests/support/alone-deeds'
import { expect, test } from '@/tests/support/browser'
import { becomeMember, formAt, newPerson, type PlainForm, post } from '@/tests/support/forms'
import { answerFileOf, cameLate } from '@/tests/support/late'
import { LESSON, QUIZ } from '@/tests/support/quizzes'
import { schoolWith, submit } from '@/tests/support/school'
import { query } from '@/tests/support/served'

test.setTimeout(240_000)

/** A digest of all that the database knows of these people and of their classes. */
async function known(emails: string[]): Promise<string> {
  const [row] = await query<{ all: string }>(
    `with who as (select id from "User" where email = any ($1)),
      rooms as (select "classId" as id from "Membership" where "userId" in (select id from who))
    select md5(json_build_array(
      (select json_agg(u order by u.id) from "User" u where id in (select id from who)
        or id in (select "userId" from "Membership" where "classId" in (select id from rooms))),
      (select json_agg(s order by s."tokenHash") from "Session" s where "userId" in (select id from who)),
      (select json_agg(a order by a.id) from "Attempt" a where "learnerId" in (select id from who)),
      (select json_agg(r order by r."attemptId", r."questionId") from "Response" r
        where "attemptId" in (select id from "Attempt" where "learnerId" in (select id from who))),
      (select json_agg(l order by l."lessonSlug") from "LessonRead" l where "userId" in (select id from who)),
      (select json_agg(s) from "StudySettings" s where "userId" in (select id from who)),
      (select json_agg(e order by e.id) from "ReviewEntry" e where "learnerId" in (select id from who)),
      (select json_agg(k order by k.id) from "Certificate" k where "learnerId" in (select id from who)),
      (select json_agg(c order by c.id) from "Class" c where id in (select id from rooms)),
      (select json_agg(m order by m."userId") from "Membership" m where "classId" in (select id from rooms)),
      (select json_agg(a order by a.id) from "Assignment" a where "classId" in (select id from rooms)),
      (select json_agg(k order by k.id) from "Category" k where "classId" in (select id from rooms)),
      (select json_agg(k order by k.id) from "Correction" k
        where "assignmentId" in (select id from "Assignment" where "classId" in (select id from rooms))),
      (select json_agg(r order by r.id) from "QuestionReport" r
        where "attemptId" in (select id from "Attempt" where "learnerId" in (select id from who))),
      (select json_agg(l order by l.id) from "LateAnswer" l where "attemptId" in (select a.id
        from "Attempt" a join "Assignment" s on s.id = a."assignmentId"
        where s."classId" in (select id from rooms))),
      (select json_agg(e order by e."userId") from "Exception" e
        where "assignmentId" in (select id from "Assignment" where "classId" in (select id from rooms))),
      (select json_agg(o order by o."learnerId") from "Override" o
        where "assignmentId" in (select id from "Assignment" where "classId" in (select id from rooms))),
      (select json_agg(g order by g."learnerId") from "GradeComment" g
        where "assignmentId" in (select id from "Assignment" where "classId" in (select id from rooms)))
    )::text) as all`,
    [emails],
  )
  return row?.all ?? ''
}

const FOREIGN: Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
  { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  { origin: 'null', 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  {},
]

interface Deed {
  by: Page
  at: string
  text: string
  fields?: Record<string, string>
  files?: Record<string, File>
}

/** The names of all server actions, read from the sources. */
function actionNames(folder = 'app'): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'actions.ts')
    .flatMap((file) => [
      ...readFileSync(path.join(folder, file), 'utf8').matchAll(/^export const (\w+) =/gm),
    ])
    .map(([, name = '']) => name)
}

/** The form of the first student's exception. */
async function firstSeat(teacher: Page, setting: string): Promise<string> {
  const html = await (await teacher.context().request.get(`${setting}/exceptions`)).text()
  const student = /<option value="([0-9a-f-]{36})"/.exec(html)?.[1]
  return `${setting}/exceptions?student=${student}`
}

/** What a teacher was shown of a correction, without which it is not applied. */
async function seenPlan({ by, at, text, fields = {} }: Deed): Promise<string> {
  const { request } = by.context()
  const form = await formAt(request, at, text)
  const answer = await post(request, at, form, { fields: { ...fields, step: 'plan' } })
  return /name="seen" value="([0-9a-f]+)"/.exec(await answer.text())?.[1] ?? ''
}

async function sendForeign(request: APIRequestContext, at: string, form: PlainForm, deed: Deed) {
  const fields = deed.fields ?? {}
  for (const headers of FOREIGN) {
    const answer = await post(request, at, form, { fields, files: deed.files ?? {}, headers })
    const told = `${deed.text} with ${JSON.stringify(headers)}`
    expect(answer.status(), told).toBeGreaterThanOrEqual(400)
    expect(answer.headers()['set-cookie'], told).toBeUndefined()
  }
  const all = [...form.fields.filter(([name]) => !(name in fields)), ...Object.entries(fields)]
  const text = new URLSearchParams(all.map(([name, value]) => [name, value])).toString()
  const types = ['text/plain', 'application/x-www-form-urlencoded', 'application/json']
  for (const type of types)
    await request.post(at, {
      data: Buffer.from(text),
      headers: { 'content-type': type, 'sec-fetch-site': 'cross-site' },
      maxRedirects: 0,
    })
  await request.get(`${at}${at.includes('?') ? '&' : '?'}${text}`, { maxRedirects: 0 })
}

test('no form that another site sends, and no GET, changes anything; our own do', async ({
  openAs,
}) => {
  const open = () => openAs('guest')
  const school = await schoolWith([await open(), await open()], { minutes: '60' })
  const { teacher, student, pupil, classroom, link, setting, assigned, grade } = school
  const nobody = await open()
  const third = await open()
  const [newcomer, other] = [newPerson('Newcomer'), newPerson('Other')]
  await submit(third, '/sign-up', 'name="email"', { ...other })
  const signIn = { identifier: other.email, password: other.password }
  for (let more = 0; more < 3; more++) await submit(await open(), '/sign-in', 'identifier', signIn)
  const [{ email: teaching } = { email: '' }] = await query<{ email: string }>(
    'select email from "User" where name = $1',
    [`Teacher ${school.secret}`],
  )
  const ready = await submit(student, QUIZ, 'Begin the test')
  const peopleAt = `${classroom}/people`
  const send = async (text: string, fields: Record<string, string>) => {
    const { request } = teacher.context()
    await post(request, peopleAt, await formAt(request, peopleAt, text), { fields })
  }
  const helper = await open()
  const { email: helping } = await becomeMember(helper, 'Helper')
  await send('name="identifier"', { identifier: helping, role: 'observer' })
  const username = `made-${Date.now()}`
  await send('name="username"', { name: 'Made', username })
  const [{ id: made } = { id: '' }] = await query<{ id: string }>(
    'select id from "User" where username = $1',
    [username],
  )

  const question = `${setting}/questions/m-01`
  const fullMarks: Deed = {
    by: teacher,
    at: `${question}?remedy=full-marks`,
    text: 'name="reason"',
    fields: { reason: 'It can be read in two ways.' },
  }
  const seen = await seenPlan(fullMarks)
  const done = school.done.split('/').at(-1) ?? ''
  const lateId = await cameLate(done)

  const alone = await aloneDeeds(await open(), await open())

  const deeds: Record<string, Deed> = {
    ...alone.deeds,
    putRight: { ...fullMarks, fields: { ...fullMarks.fields, step: 'apply', seen } },
    takeBack: { by: teacher, at: question, text: 'name="correctionId"' },
    reportQuestion: {
      by: student,
      at: `${school.done}/result`,
      text: 'name="questionId"',
      fields: { questionId: 'm-01', text: 'A forged report' },
    },
    settleReport: { by: teacher, at: question, text: 'name="reportId"' },
    signUp: { by: nobody, at: '/sign-up', text: 'name="email"', fields: { ...newcomer } },
    signIn: { by: await open(), at: '/sign-in', text: 'name="identifier"', fields: signIn },
    markRead: { by: student, at: LESSON, text: 'Mark as read' },
    startPractice: { by: student, at: QUIZ, text: 'Begin to practise' },
    startTest: { by: third, at: QUIZ, text: 'Begin the test' },
    turnPage: { by: student, at: ready, text: 'name="attemptId"', fields: { flag: 'm-01' } },
    handIn: { by: student, at: `${ready}/review`, text: 'Hand in' },
    join: { by: third, at: link, text: 'Join this class' },
    makeClass: {
      by: teacher,
      at: '/classes',
      text: 'name="timeZone"',
      fields: { name: 'Second class', timeZone: 'Europe/Paris' },
    },
    begin: { by: student, at: assigned, text: 'name="assignmentId"' },
    extend: {
      by: teacher,
      at: `${setting}/live`,
      text: 'name="minutes"',
      fields: { minutes: '10' },
    },
    decide: {
      by: teacher,
      at: `${setting}/late`,
      text: 'name="late"',
      fields: { late: lateId, go: 'accept' },
    },
    takeIn: {
      by: teacher,
      at: `${setting}/late`,
      text: 'name="file"',
      files: { file: answerFileOf(done, { 'm-11': 'x' }) },
    },
    saveException: {
      by: teacher,
      at: await firstSeat(teacher, setting),
      text: 'name="extraAttempts"',
      fields: { extraAttempts: '3', minutes: '90' },
    },
    overrideGrade: {
      by: teacher,
      at: grade,
      text: 'name="grade"',
      fields: { grade: '85', unit: 'percent', reason: 'forged' },
    },
    liftOverride: {
      by: teacher,
      at: grade,
      text: 'name="liftReason"',
      fields: { liftReason: 'forged' },
    },
    saveComment: { by: teacher, at: grade, text: 'name="text"', fields: { text: 'forged' } },
    saveWeighting: {
      by: teacher,
      at: `${classroom}/weights`,
      text: 'name="otherWeight"',
      fields: {
        missing: 'zero',
        otherWeight: '7',
        [`weight-${assigned.split('/').at(-1)}`]: '2',
      },
    },
    saveSetting: {
      by: teacher,
      at: setting,
      text: 'name="closesAt"',
      fields: {
        grading: 'last',
        behaviour: 'deferred',
        late: 'accepted',
        'review.afterSubmission': 'score',
      },
    },
    newCode: { by: teacher, at: peopleAt, text: 'Make a new code', fields: { life: 'week' } },
    saveExtraTime: {
      by: teacher,
      at: peopleAt,
      text: 'name="extraTime"',
      fields: { extraTime: 'half' },
    },
    resetPassword: {
      by: teacher,
      at: peopleAt,
      text: 'Make a new password',
      fields: { userId: made },
    },
    addColleague: {
      by: teacher,
      at: peopleAt,
      text: 'name="identifier"',
      fields: { identifier: newcomer.email, role: 'observer' },
    },
    changeRole: { by: teacher, at: peopleAt, text: 'id="role-', fields: { role: 'coteacher' } },
    leaveClass: { by: helper, at: peopleAt, text: 'Leave it' },
    dropStaff: { by: teacher, at: peopleAt, text: ' off</button>' },
    importPupils: {
      by: teacher,
      at: `${peopleAt}/import`,
      text: 'name="users"',
      fields: { step: 'write', text: 'Imported by a forger' },
    },
    makeStudent: {
      by: teacher,
      at: peopleAt,
      text: 'name="username"',
      fields: { name: 'Forged', username: `forged-${Date.now()}` },
    },
    changePassword: {
      by: student,
      at: '/account',
      text: 'name="current"',
      fields: { current: pupil.password, password: 'another green submarine' },
    },
    revokeOne: { by: third, at: '/account', text: 'name="session"' },
    revokeOthers: { by: third, at: '/account', text: 'Sign out everywhere else' },
    signOut: { by: third, at: '/account', text: 'Sign out</button>' },
    dropStudent: { by: teacher, at: peopleAt, text: ' out</button>' },
    keepClass: { by: teacher, at: peopleAt, text: 'name="until"', fields: { until: '2099-07-31' } },
    endClass: { by: teacher, at: peopleAt, text: ' now</button>' },
    reopenClass: { by: teacher, at: peopleAt, text: 'Reopen the class' },
  }
  expect(Object.keys(deeds).sort(), 'every action is tried').toEqual(actionNames().sort())
  const people = [pupil.email, newcomer.email, other.email, teaching, ...alone.emails]
  for (const [name, deed] of Object.entries(deeds)) {
    await test.step(name, async () => {
      const { request } = deed.by.context()
      const form = await formAt(request, deed.at, deed.text)
      const before = await known(people)
      await sendForeign(request, deed.at, form, deed)
      expect(await known(people), `${name}, asked by others`).toBe(before)
      await post(request, deed.at, form, { fields: deed.fields ?? {}, files: deed.files ?? {} })
      expect(await known(people), `${name}, asked by us`).not.toBe(before)
    })
  }
})
