import { mkdirSync, writeFileSync } from 'node:fs'
import { type Browser, chromium, type Locator, type Page } from '@playwright/test'
import { freePort } from '@/scripts/postgres/loopback'
import { ensureBuilt } from '@/scripts/start/build'
import { fail, onStop, stop, stopOnSignals } from '@/scripts/start/lifecycle.mjs'
import { say } from '@/scripts/start/progress.mjs'
import { root } from '@/scripts/start/settings.mjs'
import { requireChromium } from '@/scripts/test/chromium'
import { serveTests } from '@/scripts/test/server'
import { withPalette } from './png-palette'

const FOLDER = 'docs/images'
const SIZE = { width: 1280, height: 960 }
const COLOURS = 128
const COURSE = '/courses/paris-13-january'

/** A picture of the README: how to get there as a stranger, and what to see at the top. */
interface Picture {
  name: string
  show(page: Page): Promise<void>
}

const pictures: Picture[] = [
  {
    name: 'lesson',
    async show(page) {
      await page.goto(`${COURSE}/lessons/the-meeting-in-paris`)
      await scrollTo(page, page.locator('figure', { hasText: 'Contacts on a line' }), 308)
    },
  },
  {
    name: 'quiz',
    async show(page) {
      await page.goto(`${COURSE}/quizzes/every-kind`)
      await page.getByRole('button', { name: 'Begin to practise' }).click()
      await page.waitForURL(/\/attempts\//)
      await page.getByRole('radio', { name: 'The meeting signalled a commitment.' }).check()
      await page.getByRole('button', { name: 'Check', exact: true }).click()
      await page
        .getByText('What a meeting is a sign of is read into it. No record can settle it.')
        .waitFor()
      await scrollTo(page, page.getByRole('heading', { level: 1 }), 48)
    },
  },
]

/** Scrolls until an element stands `margin` pixels below the upper edge. */
async function scrollTo(page: Page, target: Locator, margin: number): Promise<void> {
  const box = await target.boundingBox()
  if (!box) throw new Error(`There is nothing to be seen at ${page.url()} where a picture begins.`)
  await page.evaluate((top) => window.scrollBy({ top, behavior: 'instant' }), box.y - margin)
}

/** The address of a throwaway server with the present sources, as the browser tests use it. */
async function ownServer(): Promise<string> {
  const port = await freePort()
  const address = `http://localhost:${port}`
  await ensureBuilt()
  await serveTests(port)
  return address
}

async function take(browser: Browser, address: string, { name, show }: Picture): Promise<void> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: SIZE,
    locale: 'en-GB',
    timezoneId: 'UTC',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await show(page)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const shot = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  const png = withPalette(shot, COLOURS)
  await context.close()
  const file = `${FOLDER}/${name}.png`
  writeFileSync(file, png)
  say(`${file}: ${SIZE.width} × ${SIZE.height}, ${Math.round(png.length / 1024)} KB`)
}

/** Makes the pictures of the README from the server at `address`, or from one of its own. */
async function takePictures(address?: string): Promise<void> {
  const executablePath = await requireChromium()
  const from = address ?? (await ownServer())
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--no-first-run'],
  })
  onStop(() => browser.close())
  mkdirSync(FOLDER, { recursive: true })
  for (const picture of pictures) await take(browser, from, picture)
}

process.chdir(root)
stopOnSignals()
takePictures(process.argv[2]).then(() => stop(0), fail)
