import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from '@/tests/support/browser'
import { openSchool } from '@/tests/support/school'
import { builtRoutes } from '@/tests/support/served'

test.setTimeout(180_000)

const NO_IDS = ['1', '00000000-0000-4000-8000-000000000000']
const isPageWithId = (route: string) => /\[\w+Id\]/.test(route) && !route.startsWith('/api/')

test('an address whose ids are none is nowhere for members, and behind signing in for others', async ({
  openAs,
}) => {
  const [member, nobody] = [await openAs('demo-jonas'), await openAs('guest')]
  const pages = builtRoutes().filter(isPageWithId)
  expect(pages.length).toBeGreaterThan(15)
  for (const route of pages) {
    for (const id of NO_IDS) {
      const address = route.replace(/\[\w+Id\]/g, id)
      const ask = (page: Page) => page.context().request.get(address, { maxRedirects: 0 })
      expect.soft((await ask(member)).status(), address).toBe(404)
      const answer = await ask(nobody)
      // That an attempt's id is none shows without looking for it.
      if (id === '1' && route.startsWith('/attempts/')) {
        expect.soft(answer.status(), address).toBe(404)
        continue
      }
      expect.soft(answer.status(), address).toBe(307)
      expect.soft(answer.headers().location, address).toMatch(/^\/sign-in\?next=/)
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
    `${school.setting}/questions/m-01`,
    `${school.setting}/late`,
    `${school.setting}/analysis/students`,
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
