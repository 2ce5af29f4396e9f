import fc from 'fast-check'
import { expect, it } from 'vitest'
import { calibrate, wilson } from '@/lib/domain/calibration'
import { CERTAINTIES } from '@/lib/domain/certainty'

it('has Wilson’s range: published values, and none outside of 0 to 1', () => {
  // Brown, Cai and DasGupta (2001) give these limits for 95 %.
  expect(wilson(0, 10).low).toBe(0)
  expect(wilson(0, 10).high).toBeCloseTo(0.2775, 3)
  expect(wilson(5, 10).low).toBeCloseTo(0.2366, 3)
  expect(wilson(5, 10).high).toBeCloseTo(0.7634, 3)
  expect(wilson(10, 10).low).toBeCloseTo(0.7225, 3)
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (count, share) => {
        const right = Math.floor(share * count)
        const { low, high } = wilson(right, count)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(right / count + 1e-12)
        expect(high).toBeGreaterThanOrEqual(right / count - 1e-12)
      },
    ),
  )
})

it('counts every answer once under its certainty, and judges only what the range allows', () => {
  const answers = fc.array(
    fc.record({ certainty: fc.constantFrom(...CERTAINTIES), isRight: fc.boolean() }),
    { maxLength: 80 },
  )
  fc.assert(
    fc.property(answers, (all) => {
      const groups = calibrate(all)
      expect(groups.map(({ certainty }) => certainty)).toEqual([1, 2, 3])
      expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(all.length)
      for (const { count, share, reading, fitting } of groups) {
        expect(reading === 'none').toBe(count === 0)
        if (reading === 'over') expect(share?.high).toBeLessThan(fitting.from)
        if (reading === 'under') expect(share?.low).toBeGreaterThan(fitting.to)
      }
    }),
  )
  const sure = (right: number, count: number) =>
    calibrate(
      Array.from({ length: count }, (_, at) => ({ certainty: 3 as const, isRight: at < right })),
    )[2]
  expect(sure(5, 40)?.reading).toBe('over')
  expect(sure(38, 40)?.reading).toBe('fits')
  expect(sure(1, 2)?.reading).toBe('fits')
})
