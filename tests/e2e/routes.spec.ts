import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from '@/tests/support/browser'
import { COURSE, EVERY_KIND, LESSON, QUIZ } from '@/tests/support/quizzes'
import { openSchool, type School, submit } from '@/tests/support/school'
import { builtRoutes } from '@/tests/support/served'

test.setTimeout(90_000)

const ROLES = ['nobody', 'guest', 'stranger', 'student', 'teacher'] as const
type Statuses = Record<(typeof ROLES)[number], number>

const all = (status: number): Statuses =>
  Object.fromEntries(ROLES.map((role) => [role, status])) as Statuses
/** Who has no account is sent to sign in; who has one and no right finds nothing. */
const ours = { nobody: 307, guest: 307, stranger: 404 }
const seen = { nobody: 307, guest: 404, stranger: 404 }

/** Every route of the build with whom it answers how; what it holds is in the other tests. */
const table: Record<string, [address: (school: School) => string, statuses: Statuses][]> = {
  '/': [[() => '/', all(200)]],
  '/about/[page]': [
    [() => '/about/privacy', all(200)],
    [() => '/about/nothing', all(404)],
  ],
  '/account': [[() => '/account', { ...all(200), nobody: 307 }]],
  '/away': [[() => '/away', all(200)]],
  '/icon.svg': [[() => '/icon.svg', all(200)]],
  '/sign-in': [[() => '/sign-in', { ...all(307), nobody: 200, guest: 200 }]],
  '/sign-up': [[() => '/sign-up', { ...all(307), nobody: 200, guest: 200 }]],
  '/progress': [[() => '/progress', all(200)]],
  '/join': [[() => '/join', all(200)]],
  '/join/[code]': [
    [({ link }) => link, all(200)],
    [() => '/join/22222222', all(307)],
  ],
  '/classes': [[() => '/classes', { ...all(200), nobody: 307, guest: 307 }]],
  '/classes/[classId]': [
    [({ classroom }) => classroom, { ...ours, student: 200, teacher: 200 }],
    [() => '/classes/1', { ...all(404), nobody: 307, guest: 307 }],
  ],
  '/classes/[classId]/people': [
    [({ classroom }) => `${classroom}/people`, { ...ours, student: 404, teacher: 200 }],
    [() => '/classes/1/people', { ...all(404), nobody: 307, guest: 307 }],
  ],
  '/classes/[classId]/people/import': [
    [({ classroom }) => `${classroom}/people/import`, { ...ours, student: 404, teacher: 200 }],
    [() => '/classes/1/people/import', { ...all(404), nobody: 307, guest: 307 }],
  ],
  '/classes/[classId]/board': [
    [({ classroom }) => `${classroom}/board`, { ...ours, student: 404, teacher: 200 }],
    [() => '/classes/1/board', { ...all(404), nobody: 307, guest: 307 }],
  ],
  '/classes/[classId]/quizzes': [
    [({ setting }) => `${setting.replace(/\/([^/]+)$/, '?quizId=$1')}`, all(307)],
    [({ classroom }) => `${classroom}/quizzes`, { ...all(404), nobody: 307, guest: 307 }],
  ],
  '/classes/[classId]/quizzes/[quizId]': [
    [({ setting }) => setting, { ...ours, student: 404, teacher: 200 }],
    [({ classroom }) => `${classroom}/quizzes/1`, { ...ours, student: 404, teacher: 404 }],
  ],
  '/classes/[classId]/quizzes/[quizId]/live': [
    [({ setting }) => `${setting}/live`, { ...ours, student: 404, teacher: 200 }],
    [({ classroom }) => `${classroom}/quizzes/1/live`, { ...ours, student: 404, teacher: 404 }],
  ],
  '/classes/[classId]/quizzes/[quizId]/analysis': [
    [({ setting }) => `${setting}/analysis`, { ...ours, student: 404, teacher: 200 }],
    [
      ({ classroom }) => `${classroom}/quizzes/1/analysis`,
      { ...all(404), nobody: 307, guest: 307 },
    ],
  ],
  '/classes/[classId]/quizzes/[quizId]/exceptions': [
    [({ setting }) => `${setting}/exceptions`, { ...ours, student: 404, teacher: 200 }],
    [
      ({ classroom }) => `${classroom}/quizzes/1/exceptions`,
      { ...ours, student: 404, teacher: 404 },
    ],
  ],
  '/classes/[classId]/report': [
    [({ classroom }) => `${classroom}/report`, { ...ours, student: 404, teacher: 200 }],
    [() => '/classes/1/report', { ...all(404), nobody: 307, guest: 307 }],
  ],
  '/classes/[classId]/report/students': [
    [({ classroom }) => `${classroom}/report/students`, { ...ours, student: 404, teacher: 200 }],
    [() => '/classes/1/report/students', { ...all(404), nobody: 307, guest: 307 }],
  ],
  '/classes/[classId]/students/[studentId]/report': [
    [({ report }) => report, { ...ours, student: 200, teacher: 200 }],
    [() => '/classes/1/students/1/report', { ...all(404), nobody: 307, guest: 307 }],
  ],
  '/classes/[classId]/quizzes/[quizId]/students/[studentId]': [
    [({ grade }) => grade, { ...ours, student: 404, teacher: 200 }],
    [({ setting }) => `${setting}/students/1`, { ...ours, student: 404, teacher: 404 }],
  ],
  '/classes/[classId]/weights': [
    [({ classroom }) => `${classroom}/weights`, { ...ours, student: 404, teacher: 200 }],
    [() => '/classes/1/weights', { ...all(404), nobody: 307, guest: 307 }],
  ],
  '/assignments/[assignmentId]': [
    [({ assigned }) => assigned, { ...ours, student: 200, teacher: 200 }],
    [() => '/assignments/1', { ...all(404), nobody: 307, guest: 307 }],
  ],
  '/courses/[course]': [
    [() => COURSE, all(200)],
    [() => '/courses/nothing', all(404)],
  ],
  '/courses/[course]/glossary': [
    [() => `${COURSE}/glossary?q=orbit`, all(200)],
    [() => '/courses/nothing/glossary', all(404)],
  ],
  '/courses/[course]/search': [
    [() => `${COURSE}/search?q=orbit`, all(200)],
    [() => '/courses/nothing/search', all(404)],
  ],
  '/courses/[course]/sources': [
    [() => `${COURSE}/sources`, all(200)],
    [() => '/courses/nothing/sources', all(404)],
  ],
  '/courses/[course]/timeline': [
    [() => `${COURSE}/timeline`, all(200)],
    [() => '/courses/nothing/timeline', all(404)],
  ],
  '/api/courses/[course]/levels': [
    [() => `/api${COURSE}/levels`, all(200)],
    [() => '/api/courses/nothing/levels', all(404)],
  ],
  '/courses/[course]/lessons/[lesson]': [
    [() => LESSON, all(200)],
    [() => `${COURSE}/lessons/nothing`, all(404)],
  ],
  '/courses/[course]/quizzes/[quiz]': [
    [() => QUIZ, all(200)],
    [() => EVERY_KIND, all(200)],
    [() => `${COURSE}/quizzes/nothing`, all(404)],
  ],
  '/attempts/[attemptId]': [
    [({ open }) => open, { ...seen, student: 200, teacher: 404 }],
    [({ done }) => done, { ...seen, student: 307, teacher: 307 }],
    [() => '/attempts/1', all(404)],
  ],
  '/attempts/[attemptId]/review': [
    [({ open }) => `${open}/review`, { ...seen, student: 200, teacher: 404 }],
    [({ done }) => `${done}/review`, { ...seen, student: 307, teacher: 307 }],
  ],
  '/attempts/[attemptId]/result': [
    [({ open }) => `${open}/result`, { ...seen, student: 307, teacher: 404 }],
    [({ done }) => `${done}/result`, { ...seen, student: 200, teacher: 200 }],
  ],
  '/api/attempts/[attemptId]/responses/[questionId]': [
    [({ open }) => `/api${open}/responses/k-01`, all(405)],
  ],
  '/api/classes/[classId]/gradebook': [
    [
      ({ classroom }) => `/api${classroom}/gradebook`,
      { nobody: 401, guest: 404, stranger: 404, student: 404, teacher: 200 },
    ],
    [
      ({ classroom }) => `/api${classroom}/gradebook?format=xlsx`,
      { nobody: 401, guest: 404, stranger: 404, student: 404, teacher: 200 },
    ],
    [
      ({ classroom }) => `/api${classroom}/gradebook?format=pdf`,
      { nobody: 401, guest: 404, stranger: 404, student: 404, teacher: 400 },
    ],
  ],
  '/api/classes/[classId]/quizzes/[quizId]/live': [
    [
      ({ setting }) => `/api${setting}/live`,
      { nobody: 401, guest: 404, stranger: 404, student: 404, teacher: 200 },
    ],
    [() => '/api/classes/1/quizzes/1/live', { ...all(404), nobody: 401 }],
  ],
  '/api/attempts/[attemptId]/clock': [
    [({ open }) => `/api${open}/clock`, { ...all(404), nobody: 401, student: 200 }],
    [() => '/api/attempts/1/clock', { ...all(404), nobody: 401 }],
  ],
  // Only whoever has the instance's secret can set the clock going.
  '/api/clock': [[() => '/api/clock', all(405)]],
  '/api/health': [[() => '/api/health', all(200)]],
  '/_not-found': [[() => '/nowhere', all(404)]],
  // The page for when everything fails; it answers as it would then.
  '/_global-error': [[() => '/_global-error', all(500)]],
}

test('every route of the build answers each kind of asker as the table says', async ({
  openAs,
}) => {
  const open = () => openAs('guest')
  const school = await openSchool([await open(), await open()])
  const guest = await open()
  await submit(guest, EVERY_KIND, 'Begin to practise')
  const pages: Record<(typeof ROLES)[number], Page> = {
    nobody: await open(),
    guest,
    stranger: await openAs('demo-jonas'),
    student: school.student,
    teacher: school.teacher,
  }
  expect(
    builtRoutes().filter((route) => !(route in table)),
    'routes without a row',
  ).toEqual([])
  for (const [route, rows] of Object.entries(table)) {
    for (const [addressOf, statuses] of rows) {
      const address = addressOf(school)
      const ask = async (role: (typeof ROLES)[number]) => {
        const { request } = pages[role].context()
        const answer = await request.get(address, { maxRedirects: 0 })
        const isOutside = ['nobody', 'guest'].includes(role)
        if (answer.status() === 307 && isOutside && !route.startsWith('/join/'))
          expect(answer.headers().location, address).toMatch(/^\/sign-in\?next=/)
        if (answer.status() === 404 || isOutside || role === 'stranger')
          if (!route.startsWith('/join')) expect(await answer.text()).not.toContain(school.secret)
        return [role, answer.status()] as const
      }
      const found = Object.fromEntries(await Promise.all(ROLES.map(ask)))
      expect.soft(found, `${route} at ${address}`).toEqual(statuses)
    }
  }
})

test('no header, suffix or spelling opens a page to somebody else', async ({ openAs, baseURL }) => {
  const school = await openSchool([await openAs('guest'), await openAs('guest')])
  const buildId = readFileSync('.next/BUILD_ID', 'utf8')
  const prompts = ['According to the article, where did the meeting take place?']
  const { classroom, open, done, secret } = school
  const protectedAt = [
    classroom,
    `${classroom}/people`,
    `${classroom}/report`,
    school.report,
    school.assigned,
    school.setting,
    `${school.setting}/analysis`,
    school.grade,
    `${classroom}/weights`,
    open,
    `${open}/review`,
    `${done}/result`,
  ]
  const spellings = (address: string) => [
    address,
    `${address}.rsc`,
    `${address}.txt`,
    `${address}/__PAGE__.segment.rsc`,
    `${address}.segments/_tree.segment.rsc`,
    `${address}.segments/__PAGE__.segment.rsc`,
    `/_next/data/${buildId}${address}.json`,
    `/en${address}`,
    `/${address}`,
    `/.${address}`,
    `${address}/`,
    `${address}%2f`,
    `${address}?_rsc=1`,
    address.replace('/', '/%2e/'),
    address.toUpperCase(),
  ]
  const proxy = ['middleware', 'src/middleware', 'proxy', 'pages/_middleware']
  const headers: Record<string, string>[] = [
    {},
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1' },
    { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_full' },
    ...proxy.map((name) => ({ 'x-middleware-subrequest': Array(6).fill(name).join(':') })),
    { 'x-middleware-prefetch': '1' },
    { 'x-nextjs-data': '1' },
    { 'x-forwarded-host': 'localhost', 'x-forwarded-proto': 'https', 'x-forwarded-for': '::1' },
    { 'x-original-url': classroom, 'x-rewrite-url': classroom },
    { 'x-matched-path': '/classes/[classId]', 'x-invoke-path': classroom },
  ]
  const askers = [await openAs('guest'), await openAs('demo-jonas')]
  for (const { context } of askers.map((page) => ({ context: page.context() }))) {
    for (const address of protectedAt) {
      const places = spellings(address)
      const ask = async (place: string, each: Record<string, string>) => {
        const answer = await context.request.get(`${baseURL}${place}`, {
          headers: each,
          maxRedirects: 0,
        })
        const body = `${JSON.stringify(answer.headersArray())} ${await answer.text()}`
        const told = `${place} ${JSON.stringify(each)}`
        expect(body.includes(secret), told).toBe(false)
        if (address.startsWith('/attempts'))
          for (const prompt of prompts) expect(body.includes(prompt), told).toBe(false)
      }
      for (const each of headers) await ask(address, each)
      await Promise.all(places.map((place) => ask(place, {})))
      await Promise.all(places.map((place) => ask(place, { rsc: '1' })))
    }
  }
})
