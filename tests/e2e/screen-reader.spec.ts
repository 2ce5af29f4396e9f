import type { Page } from '@playwright/test'
import { expect, test } from '@/tests/support/browser'
import { COURSE, EVERY_KIND } from '@/tests/support/quizzes'
import { submit } from '@/tests/support/school'

const LESSONS = [
  'the-meeting-in-paris',
  'who-is-at-the-table',
  'einstein-probe',
  'smile',
  'change-6-and-nils',
  'telemetry-and-tracking',
  'safety-and-observation',
  'why-cooperate',
]
const SMILE = `${COURSE}/lessons/smile`

interface Spoken {
  role: string
  name: string
  description: string
  value: string
  children: Spoken[]
}

/** What the browser tells a screen reader, without what it leaves out. */
async function spokenBy(page: Page): Promise<Spoken[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  const known = new Map(nodes.map((node) => [node.nodeId, node]))
  const read = (id: string): Spoken[] => {
    const node = known.get(id)
    if (!node) return []
    const children = (node.childIds ?? []).flatMap(read)
    if (node.ignored) return children
    const { role, name, description, value } = node
    const said = (part: { value?: unknown } | undefined) => String(part?.value ?? '')
    return [
      {
        role: said(role),
        name: said(name),
        description: said(description),
        value: said(value),
        children,
      },
    ]
  }
  return read(nodes[0]?.nodeId ?? '')
}

const within = (spoken: readonly Spoken[]): Spoken[] =>
  spoken.flatMap((one) => [one, ...within(one.children)])

for (const width of [1280, 320])
  test(`every figure is one image with a description, at ${width} pixels`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.setViewportSize({ width, height: 800 })
    for (const lesson of LESSONS) {
      await page.goto(`${COURSE}/lessons/${lesson}`)
      const drawn = await page.locator('figure.fig').count()
      const figures = within(await spokenBy(page)).filter(
        ({ role, children }) =>
          role === 'figure' && within(children).some((part) => part.role === 'image'),
      )
      expect(figures.length, lesson).toBe(drawn)
      for (const figure of figures) {
        const images = within(figure.children).filter(({ role }) => role === 'image')
        expect(images, figure.name).toHaveLength(1)
        const [image] = images
        expect(image?.children, figure.name).toEqual([])
        expect(image?.name).toMatch(/^Figure \d$/)
        expect(image?.description.length, `${figure.name}, in words`).toBeGreaterThan(80)
        expect(within(figure.children).some(({ role }) => role === 'SvgRoot')).toBe(false)
      }
    }
  })

/** The second citation of a note that its block cites twice. */
async function secondCitation(page: Page) {
  const second = page.locator('[id^="cite-"][id$=".2"]').first()
  const id = (await second.getAttribute('id')) ?? ''
  return { second, first: page.locator(`[id="${id.replace(/\.2$/, '')}"]`), id }
}

test('a closed note gives the focus back to the citation that opened it', async ({ page }) => {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto(SMILE)
    const citations = page.locator('.block :is(a.ref, a.term)[href^="#note-"]')
    await expect(citations.first()).toBeVisible()
    const ids = await citations.evaluateAll((links) => links.map(({ id }) => id))
    expect(ids.filter((id) => id === '')).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)

    const { second } = await secondCitation(page)
    const note = page.locator('.side:target')
    await second.focus()
    await page.keyboard.press('Enter')
    await expect(note).toBeVisible()
    await note.getByRole('link', { name: 'Close and go back' }).click()
    await expect(second).toBeFocused()
    await expect(second).toBeInViewport()
    await expect(note).toHaveCount(0)

    await page.keyboard.press('Enter')
    await expect(note).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(second).toBeFocused()
    await expect(note).toHaveCount(0)
  }
})

test('Escape in a field leaves an open note alone', async ({ page }) => {
  await page.goto(SMILE)
  await page.locator('.block a.ref').first().click()
  const slider = page.getByRole('slider').first()
  await slider.focus()
  await page.keyboard.press('Escape')
  await expect(page.locator('.side:target')).toBeVisible()
  await expect(slider).toBeFocused()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a note leads back to each of its citations', async ({ page }) => {
    await page.goto(SMILE)
    const { second, first } = await secondCitation(page)
    const note = page.locator('.side:target')
    await second.click()
    await note.getByRole('link', { name: 'Go back to place 2' }).click()
    await expect(second).toBeFocused()
    await second.click()
    await note.getByRole('link', { name: 'Close and go back' }).click()
    await expect(first).toBeFocused()
  })
})

test('a note is heard after its sentence, and says what it is about', async ({ page }) => {
  await page.goto(SMILE)
  const early = await page.locator('.side').evaluateAll((notes) =>
    notes
      .filter((note) => {
        const cited = document.querySelector(`.block a[href="#${note.id}"]`)
        return !cited || !(cited.compareDocumentPosition(note) & 4)
      })
      .map(({ id }) => id),
  )
  expect(early).toEqual([])
  const names = within(await spokenBy(page))
    .filter(({ role, name }) => role === 'note' && name.startsWith('Term'))
    .map(({ name }) => name)
  expect(names).toContain('Term: solar wind')
  expect(new Set(names).size).toBe(names.length)
})

test('words whose first letters stand out are heard whole', async ({ page }) => {
  await page.goto(SMILE)
  const texts = within(await spokenBy(page)).filter(({ role }) => role === 'StaticText')
  expect(texts.map(({ name }) => name.trim())).toContain(
    'Solar wind Magnetosphere Ionosphere Link Explorer',
  )
  expect(texts.filter(({ name }) => /^[A-Z]$/.test(name.trim()))).toEqual([])
})

test('on a wide screen a note stands beside its block, and none on another', async ({ page }) => {
  for (const lesson of LESSONS) {
    await page.goto(`${COURSE}/lessons/${lesson}`)
    const found = await page.locator('.with-notes:has(.notes)').evaluateAll((blocks) => {
      const seen = blocks.map((block) => {
        const text = block.querySelector('.block')?.getBoundingClientRect()
        const notes = block.querySelector('.notes')?.getBoundingClientRect()
        if (!text || !notes) throw new Error('A block without its notes')
        return { text, notes }
      })
      return seen.map(({ text, notes }, place) => {
        const above = seen[place - 1]?.notes.bottom ?? 0
        return {
          isAside: notes.left >= text.right,
          isBeside: Math.abs(notes.top - Math.max(text.top, above)) < 1,
        }
      })
    })
    expect(found.length).toBeGreaterThan(5)
    expect(found.filter(({ isAside, isBeside }) => !isAside || !isBeside)).toEqual([])
  }
})

test('a citation names who published its source', async ({ page }) => {
  await page.goto(SMILE)
  const citation = page.locator('.block a.ref[href^="#note-"]').first()
  await expect(citation).toHaveAccessibleName(/^Source [A-Z]\d+: \S/)
  await page.goto(`${COURSE}/sources`)
  await expect(page.locator('#fact-E7 summary')).toHaveAccessibleName(
    /^Cited in \d+ places \(fact E7\)$/,
  )
  await page.goto(`${COURSE}/timeline`)
  await expect(page.locator('#change-6-landed a.ref').first()).toHaveAccessibleName(
    /^Source F4: \S/,
  )
})

test('Chinese and Japanese are marked wherever they stand', async ({ page }) => {
  const addresses = [
    `${COURSE}/sources`,
    `${COURSE}/glossary`,
    `${COURSE}/search?q=${encodeURIComponent('天关')}`,
    `${COURSE}/search?q=telemetry`,
    ...LESSONS.map((lesson) => `${COURSE}/lessons/${lesson}`),
  ]
  for (const address of addresses) {
    await page.goto(address)
    const { unmarked, tongues } = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const texts: { text: string; lang: string }[] = []
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        if (
          /[\p{Script=Han}\p{Script=Katakana}]/u.test(node.textContent ?? '') &&
          node.parentElement?.tagName !== 'SCRIPT'
        )
          texts.push({
            text: node.textContent ?? '',
            lang: node.parentElement?.closest('[lang]')?.getAttribute('lang') ?? '',
          })
      return {
        unmarked: texts.filter(({ lang }) => !/^(zh-Han[st]|ja)$/.test(lang)),
        tongues: texts.map(({ lang }) => lang),
      }
    })
    const typed = unmarked.filter(({ text }) => text !== '“天关”')
    expect(typed, address).toEqual([])
    if (address.endsWith('/sources')) expect(tongues).toContain('ja')
  }
})

test('a slider says all that follows from it, once', async ({ page }) => {
  await page.goto(SMILE)
  const slider = page.getByRole('slider', { name: 'Hours since the lowest point' })
  const reading = page
    .getByRole('figure', { name: 'Smile’s orbit, seen from the side' })
    .getByRole('status')
  await expect(reading).toHaveAttribute('aria-live', 'off')
  await expect(slider).toHaveAttribute('aria-valuetext', /km above the ground, .* km a second/)
  await slider.press('Home')
  const parts = await reading.locator('span').allTextContents()
  await expect(slider).toHaveAttribute('aria-valuetext', parts.join(', '))
})

test('the titles of an attempt name its quiz and its questions', async ({ page }) => {
  const attempt = await submit(page, EVERY_KIND, 'Begin to practise')
  await page.goto(attempt)
  await expect(page).toHaveTitle(/^Question 1 of 8: \S/)
  await page.goto(`${attempt}?page=2`)
  await expect(page).toHaveTitle(/^Question 2 of 8: \S/)
  const quiz = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '?'
  await page.goto(`${attempt}/review`)
  await expect(page).toHaveTitle(new RegExp(`^Review: ${quiz}`))
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await expect(page).toHaveTitle(new RegExp(`^Result: ${quiz}`))
})

test('the glossary says in its title how many terms it shows, and has letters to jump by', async ({
  page,
}) => {
  await page.goto(`${COURSE}/glossary?q=orbit`)
  const said = (await page.getByText(/^\d+ terms? with “orbit”$/).textContent()) ?? '?'
  await expect(page).toHaveTitle(new RegExp(`^${said}: `))
  await page.goto(`${COURSE}/glossary`)
  await page
    .getByRole('navigation', { name: 'Letters' })
    .getByRole('link', { name: 'Terms with S' })
    .click()
  await expect(page.locator(':target')).toBeInViewport()
  await expect(page.locator(':target dfn')).toHaveText(/^S/i)
})

test('crumbs, neighbours, tables and blocks have names that say what they are', async ({
  page,
}) => {
  await page.goto(SMILE)
  const crumbs = page.getByRole('navigation', { name: 'You are here' })
  await expect(crumbs.locator('[aria-current="page"]')).toHaveText('Lesson 4 of 8')
  const between = page.getByRole('navigation', { name: 'Between lessons' })
  await expect(between.getByRole('link').first()).toHaveAccessibleName(/^Previous lesson: \S/)
  await expect(between.getByRole('link').last()).toHaveAccessibleName(/^Next lesson: \S/)
  await expect(page.getByRole('group', { name: 'Stop and think' }).first()).toBeVisible()
  await page.goto(`${COURSE}/search?q=xyzzyx`)
  await expect(page.getByRole('main').locator('ol.hits')).toHaveCount(0)
  await page.goto(`${await submit(page, EVERY_KIND, 'Begin to practise')}/review`)
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await page.waitForURL(/\/result$/)
  await page.goto('/progress')
  await expect(page.getByRole('table', { name: 'Quizzes' })).toBeVisible()
  const scores = page.getByRole('figure', { name: /^Scores over time/ })
  await scores.getByText('The same numbers as a table').click()
  await expect(page.getByRole('table', { name: 'Scores over time' })).toBeVisible()
})
