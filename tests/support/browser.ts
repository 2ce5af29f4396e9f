import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { DEMO_PASSWORD } from '@/scripts/test/demo'

/** The accounts that every browser test finds. */
export type Demo =
  | 'demo-teacher'
  | 'demo-coteacher'
  | 'demo-observer'
  | 'demo-amina'
  | 'demo-jonas'
  | 'demo-learner'

type Fixtures = {
  /** Signs in through the page, as a person does. */
  signIn: (page: Page, who: Demo) => Promise<void>
  /** A page in a browser of its own, for a second person in the same test. */
  openAs: (who: Demo | 'guest') => Promise<Page>
  /** What a page may complain about in this test; nothing unless a test says otherwise. */
  allowedComplaints: RegExp[]
  /** Watches a browser; its complaints fail the test at its end. Already done for `page`. */
  watch: (context: BrowserContext) => void
}

/** Playwright's test, failing on whatever a page writes to the console as an error or throws. */
export const test = base.extend<Fixtures>({
  allowedComplaints: [[], { option: true }],
  watch: [
    async ({ context, allowedComplaints }, use) => {
      const complaints: string[] = []
      const note = (text: string) => {
        if (!allowedComplaints.some((allowed) => allowed.test(text))) complaints.push(text)
      }
      const watch = (watched: BrowserContext) => {
        watched.on('console', (message) => {
          if (message.type() === 'error') note(`${message.text()} (${message.location().url})`)
        })
        watched.on('weberror', (error) => note(String(error.error())))
      }
      watch(context)
      await use(watch)
      expect(complaints, 'errors in the browser').toEqual([])
    },
    { auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
  signIn: async ({}, use) => {
    await use(async (page, who) => {
      await page.goto('/sign-in')
      const main = page.getByRole('main')
      await main.getByLabel('E-mail address or username').fill(who)
      await main.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD)
      await main.getByRole('button', { name: 'Sign in' }).click()
      await page.waitForURL((url) => url.pathname !== '/sign-in')
    })
  },
  openAs: async ({ browser, signIn, watch }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (who) => {
      const context = await browser.newContext()
      contexts.push(context)
      watch(context)
      const page = await context.newPage()
      if (who !== 'guest') await signIn(page, who)
      return page
    })
    for (const context of contexts) await context.close()
  },
})

export { expect }

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Holds that axe finds nothing against WCAG 2.2 A and AA on the page, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const axe = new AxeBuilder({ page })
    // A theme changes colours and nothing else, so the second look is at those alone.
    if (colorScheme === 'light') axe.withTags(TAGS)
    else axe.withRules(['color-contrast', 'link-in-text-block'])
    const { violations } = await axe.analyze()
    const found = violations.map(({ id, nodes }) => ({
      id,
      where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
    }))
    expect(found, `axe, ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
}
