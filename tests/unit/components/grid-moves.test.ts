import fc from 'fast-check'
import { expect, it } from 'vitest'
import { movedBy } from '@/components/ui/grid-moves'

const size = { rows: 9, columns: 4, inSight: 3 }
const from = { row: 4, column: 2 }

it.each([
  ['ArrowRight', false, { row: 4, column: 3 }],
  ['ArrowLeft', false, { row: 4, column: 1 }],
  ['ArrowUp', false, { row: 3, column: 2 }],
  ['ArrowDown', false, { row: 5, column: 2 }],
  ['PageDown', false, { row: 7, column: 2 }],
  ['PageUp', false, { row: 1, column: 2 }],
  ['Home', false, { row: 4, column: 0 }],
  ['End', false, { row: 4, column: 3 }],
  ['Home', true, { row: 0, column: 0 }],
  ['End', true, { row: 8, column: 3 }],
] as const)('%s, with Control %s, leads where the grid pattern says', (key, hasControl, to) => {
  expect(movedBy(key, hasControl, from, size)).toEqual(to)
})

it.each([
  ['Enter', false],
  ['Tab', false],
  ['a', false],
  ['toString', false],
  ['ArrowRight', true],
] as const)('%s, with Control %s, is left to the browser', (key, hasControl) => {
  expect(movedBy(key, hasControl, from, size)).toBeNull()
})

it('never leads out of the grid, however many keys are pressed', () => {
  const keys = [
    'ArrowRight',
    'ArrowLeft',
    'ArrowUp',
    'ArrowDown',
    'PageDown',
    'PageUp',
    'Home',
    'End',
  ]
  const sizes = fc.record({
    rows: fc.integer({ min: 1, max: 40 }),
    columns: fc.integer({ min: 1, max: 20 }),
    inSight: fc.integer({ min: -2, max: 30 }),
  })
  const presses = fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean()), { maxLength: 40 })
  fc.assert(
    fc.property(sizes, presses, (any, pressed) => {
      let place = { row: 0, column: 0 }
      for (const [key, hasControl] of pressed) place = movedBy(key, hasControl, place, any) ?? place
      expect(place.row).toBeGreaterThanOrEqual(0)
      expect(place.row).toBeLessThan(any.rows)
      expect(place.column).toBeGreaterThanOrEqual(0)
      expect(place.column).toBeLessThan(any.columns)
    }),
  )
})
