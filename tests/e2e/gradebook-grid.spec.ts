import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '@/tests/support/browser'
import { addStudents } from '@/tests/support/room'
import { openSchool } from '@/tests/support/school'

test.setTimeout(120_000)

const names = Array.from({ length: 30 }, (_, n) => `Student ${String(n + 10)}`)

/** What has the focus, and the cell that it is in, as a screen reader would say its place. */
const focusOf = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement
    const cell = focused?.closest('td, th')
    const row = cell?.closest('tr')
    return {
      tag: focused?.tagName,
      row: row?.querySelector('th')?.textContent ?? '',
      column: cell instanceof HTMLTableCellElement ? cell.cellIndex : -1,
    }
  })

test('the keyboard walks through the gradebook as through a grid', async ({ openAs }) => {
  const school = await openSchool([await openAs('guest'), await openAs('guest')])
  const { teacher: page, classroom } = school
  await addStudents(page, classroom, names)
  await page.goto(classroom)
  const grid = page.getByRole('grid', { name: 'Gradebook' })
  await expect(grid).toHaveAccessibleDescription(/Arrow keys move/)
  const first = grid.getByRole('rowheader').first()

  await test.step('it is one stop of the Tab key', async () => {
    await expect(grid.locator('[tabindex="0"]')).toHaveCount(1)
    await first.focus()
    await page.keyboard.press('Tab')
    await expect(grid.locator(':focus')).toHaveCount(0)
    await page.keyboard.press('Shift+Tab')
    await expect(first).toBeFocused()
  })

  await test.step('arrows, Home and End lead from cell to cell, and not out of the grid', async () => {
    await page.keyboard.press('ArrowLeft')
    await expect(first).toBeFocused()
    await page.keyboard.press('End')
    const end = await focusOf(page)
    expect(end.column).toBeGreaterThan(0)
    await page.keyboard.press('ArrowRight')
    expect(await focusOf(page)).toEqual(end)
    await page.keyboard.press('ArrowDown')
    expect((await focusOf(page)).column).toBe(end.column)
    expect((await focusOf(page)).row).not.toBe(end.row)
    await page.keyboard.press('Home')
    expect((await focusOf(page)).column).toBe(0)
    await page.keyboard.press('Control+End')
    expect(await focusOf(page)).toMatchObject({ column: end.column })
    expect((await focusOf(page)).row).toContain('Student 39')
    await page.keyboard.press('Control+Home')
    expect(await focusOf(page)).toMatchObject({ column: 0, row: expect.stringMatching(/^Student/) })
  })

  await test.step('what has the focus is in sight, under the head and beside the names', async () => {
    await page.setViewportSize({ width: 500, height: 600 })
    await first.focus()
    for (const key of ['PageDown', 'PageDown', 'End', 'ArrowUp']) await page.keyboard.press(key)
    const seen = await page.evaluate(() => {
      const focused = document.activeElement?.closest('td, th')?.getBoundingClientRect()
      const head = document.querySelector('.tall thead')?.getBoundingClientRect()
      const side = document.querySelector('.tall tbody th')?.getBoundingClientRect()
      const height = document.documentElement.clientHeight
      return focused && head && side
        ? {
            under: focused.top >= head.bottom - 1,
            beside: focused.left >= side.right - 1,
            inWindow: focused.bottom <= height && head.top >= 0,
          }
        : null
    })
    expect(seen).toEqual({ under: true, beside: true, inWindow: true })
    await page.setViewportSize({ width: 1280, height: 720 })
  })

  await test.step('Enter goes into a cell of several links, Escape out, and follows the one', async () => {
    const head = grid.getByRole('columnheader', { name: /^The meeting/ })
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('End')
    await expect(head).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(head.getByRole('link').first()).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(head.getByRole('link').nth(1)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(head).toBeFocused()
    const done = grid.getByRole('row', { name: new RegExp(`Pupil ${school.secret}`) })
    await done.getByRole('rowheader').focus()
    await page.keyboard.press('End')
    await expect(done.getByRole('link')).toBeFocused()
    const address = new URL((await done.getByRole('link').getAttribute('href')) ?? '', page.url())
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(address.pathname)
  })

  await page.goto(classroom)
  await expectAccessible(page)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the gradebook is a plain table with links', async ({ openAs, browser }) => {
    const school = await openSchool([await openAs('guest'), await openAs('guest')])
    const storageState = await school.teacher.context().storageState()
    const context = await browser.newContext({ javaScriptEnabled: false, storageState })
    const page = await context.newPage()
    await page.goto(school.classroom)
    const table = page.getByRole('table', { name: 'Gradebook' })
    await expect(table.getByRole('link').first()).toBeVisible()
    await expect(table.locator('[tabindex]')).toHaveCount(0)
    await context.close()
  })
})
