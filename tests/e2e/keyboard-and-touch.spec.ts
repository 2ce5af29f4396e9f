import type { Locator, Page } from '@playwright/test'
import type { Kind } from '@/lib/domain/question/kind'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import { expect, test } from '@/tests/support/browser'
import { begin, EVERY_KIND, fieldOf, questionsOf } from '@/tests/support/quizzes'

test.setTimeout(90_000)

/** The outline that the focused control or its card shows, in pixels. */
const ringOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const focused = document.activeElement
    const shown = [focused, focused?.closest('label'), focused?.nextElementSibling]
    return Math.max(
      ...shown.map((each) => {
        if (!each) return 0
        const { outlineStyle, outlineWidth } = getComputedStyle(each)
        return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth)
      }),
    )
  })

/** Presses Tab until the control has the focus, which has to be seen on the way. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor()
  for (let pressed = 0; pressed < 80; pressed++) {
    await page.keyboard.press('Tab')
    const isThere = await control.evaluate((element) => element === document.activeElement)
    if (!isThere) continue
    expect(await ringOf(page), 'the focus is seen').toBeGreaterThanOrEqual(2)
    return
  }
  throw new Error(`The Tab key never comes to ${control}`)
}

type Of<K extends Kind> = Extract<AuthoredQuestion, { kind: K }>
type Press<K extends Kind> = (page: Page, field: Locator, question: Of<K>) => Promise<void>

async function arrowTo(page: Page, field: Locator, name: string): Promise<void> {
  const wanted = field.getByRole('radio', { name })
  await tabTo(page, field.getByRole('radio').first())
  await page.keyboard.press('Space')
  for (let pressed = 0; !(await wanted.isChecked()) && pressed < 6; pressed++)
    await page.keyboard.press('ArrowDown')
  await expect(wanted).toBeChecked()
}

async function typeInto(page: Page, input: Locator, text: string): Promise<void> {
  await tabTo(page, input)
  await page.keyboard.type(text)
}

async function stepTo(page: Page, list: Locator, text: string): Promise<void> {
  await tabTo(page, list)
  const shown = () =>
    list.evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]?.text ?? '')
  const isThere = async () => [text, text.slice(-60)].some((end) => shownText.endsWith(end))
  let shownText = await shown()
  for (let pressed = 0; !(await isThere()) && pressed < 10; pressed++) {
    await page.keyboard.press('ArrowDown')
    shownText = await shown()
  }
  expect(await isThere(), `${text} can be chosen with the arrow keys`).toBe(true)
}

const textOf = (items: readonly { id: string; text: string }[], id: string | undefined) =>
  items.find((item) => item.id === id)?.text ?? ''

const press: { [K in Kind]: Press<K> } = {
  'single-choice': (page, field, { options, key }) => arrowTo(page, field, textOf(options, key)),
  'multiple-response': async (page, field, { options, key }) => {
    const names = await field
      .getByRole('checkbox')
      .evaluateAll((boxes) =>
        boxes.map((box) => box.closest('label')?.querySelector('.ot')?.textContent ?? ''),
      )
    const right = key.map((id) => textOf(options, id))
    for (const name of names.filter((each) => right.includes(each))) {
      await tabTo(page, field.getByRole('checkbox', { name }))
      await page.keyboard.press('Space')
    }
  },
  'true-false': (page, field, { key, labels }) =>
    arrowTo(page, field, key ? labels.true : labels.false),
  numeric: (page, field, { key }) => typeInto(page, field.getByLabel('Your answer'), key),
  'short-text': (page, field, { key }) => typeInto(page, field.getByLabel('Your answer'), key),
  matching: async (page, field, { rows, choices, key }) => {
    const lists = field.getByRole('combobox')
    for (let place = 0; place < rows.length; place++) {
      const label = (await lists.nth(place).getAttribute('aria-label')) ?? ''
      const row = rows.find(({ text }) => label === `Partner of ${text}`)
      await stepTo(page, lists.nth(place), textOf(choices, key[row?.id ?? '']))
    }
  },
  ordering: async (page, field, { items, key }) => {
    const rows = field.getByRole('list', { name: 'Your order' }).getByRole('listitem')
    for (const [place, id] of key.entries()) {
      const text = textOf(items, id)
      const from = (await rows.allTextContents()).findIndex((row) => row.includes(text))
      if (from === place) continue
      const up = field.getByRole('button', { name: `Move up: ${text}` })
      await page.getByRole('heading', { level: 1 }).focus()
      await tabTo(page, up)
      for (let at = from; at > place; at--) {
        await page.keyboard.press('Enter')
        await expect(field.getByRole('status')).toHaveText(
          `Moved to place ${at} of ${items.length}`,
        )
        await expect(rows.nth(at - 1)).toContainText(text)
        await expect(up, 'the focus moves along').toBeFocused()
      }
    }
  },
  cloze: async (page, field, { gaps }) => {
    for (const [place, gap] of gaps.entries()) {
      const input = field.getByLabel(`Gap ${place + 1} of ${gaps.length}`)
      if (gap.input === 'typed') await typeInto(page, input, gap.key)
      else await stepTo(page, input, textOf(gap.options, gap.key))
    }
  },
}

test('every kind of question is answered, checked and turned with the keyboard alone', async ({
  page,
}) => {
  await begin(page, EVERY_KIND, 'practice')
  const questions = questionsOf(EVERY_KIND)
  for (const [place, question] of questions.entries()) {
    const field = fieldOf(page, question)
    await field.waitFor()
    const give = press[question.kind] as Press<Kind>
    await give(page, field, question)
    await tabTo(page, page.getByRole('button', { name: 'Check', exact: true }))
    await page.keyboard.press('Enter')
    const verdict = field.getByRole('heading', { level: 3 })
    await expect(verdict).toContainText('Right')
    await expect(verdict, 'the focus goes to the verdict').toBeFocused()
    if (place === questions.length - 1) continue
    await tabTo(page, page.getByRole('button', { name: 'Next question' }))
    await page.keyboard.press('Enter')
    await expect(page.getByText(`Question ${place + 2} of 8`).last()).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  }
})

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } })

  test('options are tapped, and an order is dragged with a finger by its numbers', async ({
    page,
    context,
  }) => {
    await begin(page, EVERY_KIND, 'practice')
    const option = page.getByRole('radio', { name: 'The meeting took place in Paris.' })
    await option.tap()
    await expect(option).toBeChecked()

    await page.goto(`${page.url()}?page=7`)
    const field = fieldOf(page, { prompt: 'Put these five events in order' })
    const rows = field.getByRole('list', { name: 'Your order' }).getByRole('listitem')
    const before = await rows.allTextContents()
    await rows.last().scrollIntoViewIfNeeded()
    await rows.first().scrollIntoViewIfNeeded()
    const middle = async (row: Locator, text: string) => {
      const box = await row.getByText(text, { exact: true }).boundingBox()
      return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
    }
    const from = await middle(rows.nth(0), '1')
    const to = await middle(rows.nth(2), '3')
    const finger = await context.newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
      finger.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] })
    await touch('touchStart', from)
    for (let step = 1; step <= 8; step++)
      await touch('touchMove', { x: from.x, y: from.y + ((to.y + 4 - from.y) * step) / 8 })
    await touch('touchEnd')
    const text = (row: string | undefined) => row?.replace(/^\d+/, '') ?? ''
    await expect(rows.nth(2)).toContainText(text(before[0]))
    await expect(rows.nth(0)).toContainText(text(before[1]))
    await expect(field.getByRole('status')).toHaveText('Moved to place 3 of 5')
    await expect(page.getByRole('status', { name: 'Saving' }).first()).toHaveText(/^Saved/)
  })
})
