import { describe, expect, test } from 'vitest'
import { navigatorLabel } from '@/components/attempt/navigator'
import { liveNavigator, rangeText } from '@/components/attempt/pages'
import { clockTime, saveText } from '@/components/attempt/save-line'
import { placeAt } from '@/components/question/order-drag'
import { capitalised, nextToLookAt, tally } from '@/components/result/summary'
import { dayText, exactText } from '@/components/result/words'
import { counted, fill } from '@/components/ui/words'
import messages from '@/content/messages/en.json'
import type { Explanation } from '@/lib/domain/attempt'
import { fraction } from '@/lib/domain/fraction'
import type { NavigatorItem } from '@/lib/domain/open-attempt'
import { placed } from '@/lib/domain/question/order'

const { sheet } = messages.attempt
const item = (number: number, more: Partial<NavigatorItem> = {}): NavigatorItem => ({
  number,
  id: `question-${number}`,
  page: 1,
  completeness: 'blank',
  flagged: false,
  checked: false,
  ...more,
})

describe('words with places for values', () => {
  test('every place that has a value is filled, others stay', () =>
    expect(fill('{a} of {b} {c}', { a: 1, b: 0 })).toBe('1 of 0 {c}'))
  test('one and many have forms of their own', () => {
    expect(counted(messages.question.points, 1)).toBe('1 point.')
    expect(counted(messages.question.points, 2)).toBe('2 points.')
  })
})

describe('where a page stands', () => {
  test.each([
    [[4], 'Question 4 of 10'],
    [[6, 7], 'Questions 6 and 7 of 10'],
    [[6, 7, 8, 9], 'Questions 6 to 9 of 10'],
  ])('%j', (numbers, text) => expect(rangeText(sheet.page, numbers, 10)).toBe(text))
})

describe('the navigator', () => {
  test('says every state of a question in words', () => {
    expect(navigatorLabel(item(5), false, sheet)).toBe('Question 5, blank')
    const unread = item(6, { completeness: 'not-a-number' })
    expect(navigatorLabel(unread, false, sheet)).toBe('Question 6, not a number')
    const full = item(3, { completeness: 'answered', checked: true, flagged: true })
    expect(navigatorLabel(full, true, sheet)).toBe(
      'Question 3, answered, checked, flagged, on this page',
    )
  })

  test('questions of other pages keep what the server said', () => {
    const navigator = [item(1, { completeness: 'started', flagged: true })]
    expect(liveNavigator(navigator, [], {})).toEqual(navigator)
  })
})

describe('the save line', () => {
  const at = new Date('2026-11-22T11:03:04Z')
  test('shows the time in the reader’s zone', () =>
    expect(clockTime(at, 'Europe/Paris')).toBe('12:03:04'))
  test.each([
    [
      { phase: 'saved', at },
      { look: 'saved', text: 'Saved 11:03:04' },
    ],
    [{ phase: 'saving' }, { look: 'saving', text: 'Saving' }],
    [
      { phase: 'unsaved', waiting: 2, reason: 'unreachable', isKept: false, isLong: false },
      { look: 'unsaved', text: 'Not saved yet, trying again' },
    ],
    [
      { phase: 'unsaved', waiting: 2, reason: 'unreachable', isKept: true, isLong: false },
      { look: 'unsaved', text: 'Kept on this device, will be sent' },
    ],
    [
      { phase: 'unsaved', waiting: 1, reason: 'signed-out', isKept: true, isLong: false },
      { look: 'unsaved', text: 'Not saved, you are signed out' },
    ],
    [
      { phase: 'closed', late: 0, refused: 0, waiting: 0 },
      { look: 'late', text: 'No longer open' },
    ],
  ] as const)('%o', (state, line) => expect(saveText(state, sheet.save, 'UTC')).toEqual(line))
})

test('what a rounded score is exactly is said with its rule, and of others nothing', () => {
  const { explanation } = messages.result
  expect(exactText(fraction(2, 3), 1, explanation)).toBe('Exactly 2/3 of 1, shown as 0.67.')
  expect(exactText(fraction(47, 12), 10, explanation)).toBe(
    'Exactly 3\u00A011/12 of 10, shown as 3.92.',
  )
  expect(exactText(fraction(17, 2), 10, explanation)).toBeNull()
})

describe('a result in words', () => {
  const results = (['right', 'wrong', 'partly', 'right'] as const).map(
    (verdict, place) => ({ verdict, number: place + 1 }) as Explanation,
  )
  test('questions are counted by what came of them', () =>
    expect(tally(results)).toEqual({ right: 2, partly: 1, wrong: 1, blank: 0 }))
  test('the next to look at is the next that was not fully right; the last of them says so', () => {
    expect([1, 2, 3, 4].map((number) => nextToLookAt(results, number))).toEqual([
      2,
      3,
      'last',
      null,
    ])
    expect(nextToLookAt(results.slice(0, 1), 1)).toBeNull()
    expect(nextToLookAt(results.slice(1, 2), 2)).toBe('last')
  })
  test('a sentence begins with a capital', () => expect(capitalised('one right')).toBe('One right'))
  test('a day is written out', () => expect(dayText('2026-11-22')).toBe('22 November 2026'))
})

describe('moving a row', () => {
  test('to a place, the others close up', () => {
    expect(placed(['a', 'b', 'c', 'd'], 'd', 0)).toEqual(['d', 'a', 'b', 'c'])
    expect(placed(['a', 'b', 'c', 'd'], 'a', 2)).toEqual(['b', 'c', 'a', 'd'])
  })
  test('a place beyond the ends is the end, an unknown row changes nothing', () => {
    expect(placed(['a', 'b', 'c'], 'b', 9)).toEqual(['a', 'c', 'b'])
    expect(placed(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c'])
    expect(placed(['a', 'b', 'c'], 'x', 0)).toEqual(['a', 'b', 'c'])
  })
  test('a pointer asks for the place among the middles of the other rows', () =>
    expect([5, 15, 35].map((y) => placeAt(y, [10, 20, 30]))).toEqual([0, 1, 3]))
})
