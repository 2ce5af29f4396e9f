import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type APIRequestContext, expect, test } from '@playwright/test'
import { formsOf } from '@/tests/support/forms'
import {
  askDeed,
  askRoute,
  builtActions,
  cookieOf,
  givesSession,
  sentenceOf,
  verdictOf,
} from '@/tests/support/rights/ask'
import { changedTables, Rows } from '@/tests/support/rights/database'
import { makeWorld } from '@/tests/support/rights/made'
import { deedRows, routeRows } from '@/tests/support/rights/matrix'
import type { Answers } from '@/tests/support/rights/rows'
import { ASKERS, type Asker, type Room, type World } from '@/tests/support/rights/world'
import { builtRoutes } from '@/tests/support/served'

// One world for all, made once: tests of a file run one after the other.
test.describe.configure({ mode: 'default' })

let world: World
let rows: Rows
let before: Awaited<ReturnType<Rows['read']>>
let request: APIRequestContext

test.beforeAll(async ({ playwright, baseURL }) => {
  world = makeWorld()
  rows = await Rows.of(world)
  before = await rows.read()
  request = await playwright.request.newContext({ ...(baseURL && { baseURL }) })
})
test.afterAll(async () => {
  await request?.dispose()
  await rows?.close()
})

/** What was changed meanwhile, after which everything is as it was. */
async function changed(): Promise<string[]> {
  const tables = changedTables(before, await rows.read())
  if (tables.length > 0) await rows.restore(before)
  return tables
}

/**
 * Holds that everybody is answered so, that whoever may do it changes something, and that nobody else
 * does. Those who may not ask all at once.
 */
async function expectAnswers(answers: Answers, ask: (asker: Asker) => Promise<string>) {
  const isAllowed = (asker: Asker) => answers[asker] === 'done'
  const others = ASKERS.filter((asker) => !isAllowed(asker))
  const found = Object.fromEntries(
    await Promise.all(others.map(async (asker) => [asker, await ask(asker)] as const)),
  )
  expect(await changed(), 'whoever may not changes nothing').toEqual([])
  for (const asker of ASKERS.filter(isAllowed)) {
    const told = await ask(asker)
    found[asker] = (await changed()).length > 0 ? 'done' : told
  }
  expect(found).toEqual(answers)
}

/** The methods that the build's handlers answer, by their address: GET for every page. */
function builtMethods(): string[] {
  const isHandler = (file: string) => path.basename(file) === 'route.ts'
  const handlers = new Map(
    readdirSync('app', { recursive: true, encoding: 'utf8' })
      .filter(isHandler)
      .map((file) => {
        const names = readFileSync(path.join('app', file), 'utf8').matchAll(
          /^export (?:async )?(?:function|const) (GET|POST|PUT|PATCH|DELETE)\b/gm,
        )
        const address = `/${path.dirname(file)}`.replace(/\/\([^/)]+\)/g, '')
        return [address, [...names].map(([, method]) => method)] as const
      }),
  )
  return builtRoutes().flatMap((each) =>
    (handlers.get(each) ?? ['GET']).map((way) => `${way} ${each}`),
  )
}

test('the matrix names every page, handler and action of the build, and no others', () => {
  expect(existsSync('.next/server/server-reference-manifest.json')).toBe(true)
  const named = new Set(routeRows.map(({ route, send }) => `${send?.method ?? 'GET'} ${route}`))
  expect([...named].sort(), 'pages and handlers').toEqual([...new Set(builtMethods())].sort())
  const actions = new Set(deedRows.map(({ action }) => action))
  const built = builtActions().map(({ name }) => name)
  expect([...actions].sort(), 'actions').toEqual([...new Set(built)].sort())
  expect(new Set(built).size, 'no two actions of one name').toBe(built.length)
})

test('what cannot be done is not offered: no form for observers, and none in a class that has ended', async () => {
  const { running, ended, quiz, people } = world
  const staffPages = ({ id }: Room) => [
    `/classes/${id}/weights`,
    ...['late', 'live', 'questions/q1', `students/${people.student.id}`].map(
      (page) => `/classes/${id}/quizzes/${quiz}/${page}`,
    ),
  ]
  const exceptions = ({ id }: Room) =>
    `/classes/${id}/quizzes/${quiz}/exceptions?student=${people.student.id}`
  const writersPages = (room: Room) => [...staffPages(room), exceptions(room)]
  const result = ({ done }: Room) => `/attempts/${done}/result`
  const isOffered = async (asker: Asker, address: string) => {
    const headers = { cookie: cookieOf(world, asker) }
    const answer = await request.get(address, { headers, maxRedirects: 0 })
    expect(answer.status(), `${asker} at ${address}`).toBe(200)
    return formsOf(await answer.text()).some(({ fields }) =>
      fields.some(([name]) => name.startsWith('$ACTION')),
    )
  }
  const expectOffered = async (asker: Asker, addresses: string[], offered: boolean) => {
    for (const each of addresses)
      expect.soft(await isOffered(asker, each), `${asker} at ${each}`).toBe(offered)
  }
  await expectOffered('teacher', writersPages(running), true)
  await expectOffered('teacher', writersPages(ended), false)
  for (const room of [running, ended]) await expectOffered('observer', staffPages(room), false)
  await expectOffered('student', [result(running)], true)
  await expectOffered('student', [result(ended)], false)
  expect(await changed(), 'looking changes nothing').toEqual([])
})

for (const row of routeRows) {
  const way = row.send?.method ?? 'GET'
  test(`${way} ${row.route}, ${row.says}: ${sentenceOf(row.answers)}`, async () => {
    const ask = async (asker: Asker) => {
      const answer = await askRoute(request, row, world, asker)
      const body = await answer.text()
      const verdict = verdictOf(answer)
      if (verdict !== 'shown' && !row.route.startsWith('/join'))
        expect.soft(body, `${asker} is told nothing of it`).not.toContain(world.secret)
      return verdict
    }
    await expectAnswers(row.answers, ask)
  })
}

for (const row of deedRows) {
  test(`${row.action}, ${row.says}: ${sentenceOf(row.answers)}`, async () => {
    const action = builtActions().find(({ name }) => name === row.action)
    if (!action) throw new Error(`The build has no action ${row.action}`)
    const ask = async (asker: Asker) => {
      const answer = await askDeed(request, row, action, world, asker)
      const verdict = verdictOf(answer)
      return givesSession(answer) ? 'done' : verdict === 'shown' ? 'told why' : verdict
    }
    await expectAnswers(row.answers, ask)
  })
}
