import type { Page } from '@playwright/test'
import { expect, expectAccessible } from './browser'

/** Language, title, one first heading, and headings that skip no level. */
async function expectOrder(page: Page): Promise<string> {
  const found = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    levels: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
      .filter((heading) => heading.checkVisibility())
      .map(({ tagName }) => Number(tagName.slice(1))),
    mains: document.querySelectorAll('main').length,
  }))
  expect(found.lang).toBe('en')
  expect(found.title).toMatch(/\S/)
  expect(found.mains).toBe(1)
  expect(
    found.levels.filter((level) => level === 1),
    'first headings',
  ).toHaveLength(1)
  const skips = found.levels.filter((level, place) => level > (found.levels[place - 1] ?? 0) + 1)
  expect(skips, `levels ${found.levels}`).toEqual([])
  return found.title
}

/** What stands out of the page to the side, and what a finger would miss. */
const measure = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const told = (element: Element) =>
      `${element.tagName} ${element.className} “${(element.textContent ?? '').trim().slice(0, 40)}”`
    const isShown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      !element.closest('.vh, .skip')
    const isWide = document.documentElement.scrollWidth > width
    const all = [...document.body.querySelectorAll('*')].filter(isShown)
    const wide = all.filter(
      (element) => element.getBoundingClientRect().right > width + 1 && !element.closest('.slide'),
    )
    const small = all.filter((element) => {
      if (!element.matches('a[href], button, select, summary, input:not([type=hidden])'))
        return false
      if (element.getAttribute('tabindex') === '-1') return false
      const target = element.closest('label') ?? element
      // A link within a sentence is exempt: the line's height is its own.
      if (element.matches('a') && getComputedStyle(element).display === 'inline') return false
      const { width: across, height } = target.getBoundingClientRect()
      return across < 23.5 || height < 23.5
    })
    const cut = all.filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element)
      if (![overflowX, overflowY].some((each) => each === 'hidden' || each === 'clip')) return false
      if (!element.textContent?.trim() || element.closest('svg')) return false
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element
      // Said to screen readers alone.
      if (clientWidth <= 1 && clientHeight <= 1) return false
      return scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1
    })
    return {
      wide: isWide ? wide.map(told).slice(0, 5) : [],
      isWide,
      small: small.map(told).slice(0, 8),
      cut: cut.map(told).slice(0, 5),
    }
  })

async function expectFits(page: Page, what: string): Promise<void> {
  const found = await measure(page)
  expect.soft(found, what).toEqual({ wide: [], isWide: false, small: [], cut: [] })
}

/**
 * No finding of axe in either theme, one first heading, headings in order.
 *
 * @returns the page's title
 */
export async function expectSound(page: Page): Promise<string> {
  // A page's title is sent after its first part; what is looked at is the whole.
  await expect(page).toHaveTitle(/\S/)
  await expectAccessible(page)
  return expectOrder(page)
}

/**
 * Holds all that a page owes to everybody: no finding of axe in either theme, headings in order, no
 * sideways scrolling at 320 pixels or with text at 200 %, nothing cut off, no target under 24 pixels.
 *
 * @returns the page's title
 */
export async function expectFitForAll(page: Page, what: string): Promise<string> {
  const title = await expectSound(page)
  const size = page.viewportSize() ?? { width: 1280, height: 720 }
  await page.setViewportSize({ width: 320, height: 720 })
  await expectFits(page, `${what} at 320 pixels`)
  await page.setViewportSize({ width: 1280, height: 720 })
  await expectFits(page, `${what} at 1280 pixels`)
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
  await expectFits(page, `${what} with text at 200 %`)
  await page.evaluate(() => {
    document.documentElement.style.fontSize = ''
  })
  await page.setViewportSize(size)
  return title
}
