import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  asksForALook,
  correlationRange,
  facilityRange,
  READINGS,
  readAlpha,
  readItem,
} from '@/lib/domain/item-reading'
import { the } from '@/tests/support/the'

describe('the range of a facility', () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is as Newcombe 1998 has it for method 3', (right, attempts, from, to) => {
    const range = the(facilityRange(right / attempts, attempts))
    expect(range.from).toBeCloseTo(from, 4)
    expect(range.to).toBeCloseTo(to, 4)
  })

  it('of 7 in 18 is 0.20 to 0.61', () => {
    const range = the(facilityRange(7 / 18, 18))
    expect([range.from.toFixed(2), range.to.toFixed(2)]).toEqual(['0.20', '0.61'])
  })

  it('holds the facility, stays within 0 and 1 and narrows with more attempts', () => {
    const facilities = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(facilities, fc.integer({ min: 1, max: 5000 }), (facility, attempts) => {
        const range = the(facilityRange(facility, attempts))
        const more = the(facilityRange(facility, attempts * 4))
        expect(range.from).toBeGreaterThanOrEqual(0)
        expect(range.to).toBeLessThanOrEqual(1)
        expect(facility).toBeGreaterThanOrEqual(range.from - 1e-12)
        expect(facility).toBeLessThanOrEqual(range.to + 1e-12)
        expect(more.to - more.from).toBeLessThan(range.to - range.from)
      }),
    )
  })

  it('is none without attempts', () => {
    expect(facilityRange(0, 0)).toBeNull()
  })
})

describe('the range of a discrimination', () => {
  it.each([
    // tanh(atanh(r) ± 1.959964 / sqrt(n - 3)), worked out apart
    [0.5, 28, 0.156, 0.7358],
    [-0.12, 18, -0.5555, 0.3679],
    [0, 9, -0.6641, 0.6641],
  ])('of %f over %i attempts is as Fisher’s z has it', (correlation, attempts, from, to) => {
    const range = the(correlationRange(correlation, attempts))
    expect(range.from).toBeCloseTo(from, 3)
    expect(range.to).toBeCloseTo(to, 3)
  })

  it('is none with three attempts, nor for a perfect correlation', () => {
    expect(correlationRange(0.5, 3)).toBeNull()
    expect(correlationRange(1, 40)).toBeNull()
    expect(correlationRange(-1, 40)).toBeNull()
  })
})

describe('the reading of a question', () => {
  it.each([
    [9, 0.5, 60, 'too-few'],
    [10, 0.5, 60, 'good'],
    [10, 0.05, 60, 'too-hard'],
    [10, 0.051, 60, 'good'],
    [10, 0.95, -20, 'too-easy'],
    [10, 0.949, -20, 'check-the-key'],
    [10, 0.5, -0.001, 'check-the-key'],
    [10, 0.5, 0, 'very-weak'],
    [10, 0.5, 19.9, 'very-weak'],
    [10, 0.5, 20, 'weak'],
    [10, 0.5, 29.9, 'weak'],
    [10, 0.5, 30, 'adequate'],
    [10, 0.5, 49.9, 'adequate'],
    [10, 0.5, 50, 'good'],
    [10, 0.5, null, 'no-spread'],
  ] as const)('with %i attempts, facility %f and discrimination %s is %s', (n, f, d, reading) => {
    expect(readItem(n, f, d)).toBe(reading)
  })

  it('asks for a look where something may be wrong, and never where nothing can be said', () => {
    expect(READINGS.filter(asksForALook)).toEqual([
      'check-the-key',
      'too-hard',
      'very-weak',
      'weak',
      'too-easy',
    ])
  })
})

describe('the reading of alpha', () => {
  it.each([
    [9, 80, false, 'too-few'],
    [40, null, true, 'drawn'],
    [40, null, false, 'undefined'],
    [40, -1, false, 'negative'],
    [40, 63.9, false, 'unsatisfactory'],
    [40, 64, false, 'fair'],
    [40, 75, false, 'fair'],
    [40, 75.1, false, 'satisfactory'],
  ] as const)('with %i attempts, alpha %s, drawn %s is %s', (attempts, alpha, isDrawn, reading) => {
    expect(readAlpha(attempts, alpha, isDrawn)).toBe(reading)
  })
})
