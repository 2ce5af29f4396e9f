import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { APIRequestContext, Page } from '@playwright/test'
import { expect, test } from '@/tests/support/browser'
import { becomeMember } from '@/tests/support/forms'
import { begin, COURSE, EVERY_KIND, handIn, LESSON, QUIZ } from '@/tests/support/quizzes'
import { prerendered } from '@/tests/support/served'

const zipped = (file: string) => gzipSync(readFileSync(file)).length
const total = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + zipped(`.next/${file}`), 0)

/**
 * What Next itself loads on every page of this build: its runtime, React and the router. A bare
 * page of the same version loads this and a little more, so the bound below is on the strict side.
 */
function bareScripts(): string[] {
  const { rootMainFiles } = JSON.parse(readFileSync('.next/build-manifest.json', 'utf8')) as {
    rootMainFiles: string[]
  }
  expect(rootMainFiles.length).toBeGreaterThan(1)
  return rootMainFiles
}

/** The scripts that a page's HTML names for browsers that know modules. */
async function scriptsOf(request: APIRequestContext, address: string): Promise<Set<string>> {
  const html = await (await request.get(address)).text()
  const tags = [...html.matchAll(/<script\b[^>]*\ssrc="\/_next\/([^"?]+)[^>]*>/g)]
  const preloads = [...html.matchAll(/<link\b[^>]*\shref="\/_next\/([^"?]+\.js)[^>]*>/g)]
  const named = [...tags, ...preloads].filter(([tag]) => !/\snomodule/i.test(tag))
  return new Set(named.map(([, file = '']) => file))
}

test('reading, answering and results load at most 1.20 times the JavaScript of a bare page', async ({
  page,
}) => {
  await becomeMember(page, 'Runa')
  const { request } = page.context()
  const attempt = await begin(page, QUIZ, 'test')
  const bare = total(bareScripts())
  const open = await scriptsOf(request, attempt)
  await handIn(page)
  const pages = {
    lesson: await scriptsOf(request, LESSON),
    quiz: await scriptsOf(request, QUIZ),
    attempt: open,
    result: await scriptsOf(request, `${attempt}/result`),
  }
  for (const [name, scripts] of Object.entries(pages)) {
    expect(scripts.size, name).toBeGreaterThan(2)
    const ratio = total(scripts) / bare
    test.info().annotations.push({ type: 'JavaScript', description: `${name} ${ratio.toFixed(3)}` })
    expect.soft(ratio, `${name}: ${total(scripts)} of ${bare} bytes`).toBeLessThanOrEqual(1.2)
  }
})

test('lessons are made at the build: the same bytes for everybody, and no cookie', async ({
  request,
  openAs,
}) => {
  expect(prerendered()).toContain(LESSON)
  const first = await request.get(LESSON)
  const second = await (await openAs('demo-amina')).context().request.get(LESSON)
  expect(first.headers()).not.toHaveProperty('set-cookie')
  expect(second.headers()).not.toHaveProperty('set-cookie')
  expect(first.headers()['cache-control']).toMatch(/s-maxage|max-age/)
  expect((await second.body()).equals(await first.body())).toBe(true)
})

test('nothing is loaded from elsewhere, and the fonts weigh at most 80 KB', async ({
  page,
  baseURL,
}) => {
  const fonts = new Set<string>()
  const elsewhere: string[] = []
  page.on('response', (answer) => {
    if (!answer.url().startsWith(`${baseURL}/`) && !answer.url().startsWith('data:'))
      elsewhere.push(answer.url())
    if (answer.request().resourceType() === 'font') fonts.add(answer.url())
  })
  const attempt = await begin(page, EVERY_KIND, 'practice')
  for (const address of ['/', COURSE, LESSON, QUIZ, attempt, '/progress'])
    await page.goto(address, { waitUntil: 'networkidle' })
  expect(elsewhere).toEqual([])
  expect(fonts.size).toBeGreaterThan(1)
  let weight = 0
  for (const font of fonts) weight += (await (await page.request.get(font)).body()).length
  expect(weight, `bytes of ${fonts.size} fonts`).toBeLessThanOrEqual(80 * 1024)
})

/** Adds up the shifts of the layout while a page loads. */
async function shiftsOf(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: 'networkidle' })
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            sum += (entry as PerformanceEntry & { value: number }).value
        })
        observer.observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)))
      }),
  )
}

test('nothing jumps while a lesson, a quiz or a question loads', async ({ page }) => {
  const attempt = await begin(page, EVERY_KIND, 'practice')
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 })
    for (const address of [LESSON, QUIZ, attempt, `${attempt}?page=7`, '/'])
      expect.soft(await shiftsOf(page, address), `${address} at ${width}`).toBeLessThan(0.01)
  }
})

test('the chosen theme is remembered and is there before anything is painted', async ({ page }) => {
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (!document.body) return
      sessionStorage.setItem('theme at first', document.documentElement.dataset.theme ?? 'none')
      observer.disconnect()
    }).observe(document, { childList: true, subtree: true })
  })
  const themeAtFirst = () => page.evaluate(() => sessionStorage.getItem('theme at first'))
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(LESSON)
  expect(await themeAtFirst()).toBe('light')
  const light = await paper()
  await page.getByRole('button', { name: 'Night' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  const dark = await paper()
  expect(dark).not.toBe(light)
  for (const address of [LESSON, '/', QUIZ]) {
    await page.goto(address)
    expect(await themeAtFirst(), address).toBe('dark')
    expect(await paper()).toBe(dark)
    await expect(page.getByRole('button', { name: 'Day' })).toBeVisible()
  }
})

test('without a choice the system decides, also while the page is open', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
})
