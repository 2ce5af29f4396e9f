import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fraction } from '@/lib/domain/fraction'
import { readGrade } from '@/lib/domain/override-form'

const typed = fc.oneof(fc.string(), fc.stringMatching(/^\d{0,4}[.,]\d{0,6}$/))

describe('a typed grade', () => {
  it.each([
    ['85', 'percent', null, fraction(17, 20)],
    [' 8,5 % ', 'percent', 10, fraction(17, 200)],
    ['0', 'percent', null, fraction(0)],
    ['100', 'percent', null, fraction(1)],
    ['2.5', 'points', 10, fraction(1, 4)],
    ['10', 'points', 10, fraction(1)],
    ['33.3333', 'percent', null, fraction(333333, 1_000_000)],
  ] as const)('%s in %s of %s is exact', (text, unit, points, share) => {
    expect(readGrade(text, unit, points)).toEqual({ ok: true, value: share })
  })
  it.each([
    ['', 'percent', null, 'grade'],
    ['good', 'percent', null, 'grade'],
    ['-1', 'percent', null, 'grade'],
    ['1e2', 'percent', null, 'grade'],
    ['12.34567', 'percent', null, 'grade'],
    ['5', 'points', null, 'grade'],
    ['100.1', 'percent', null, 'gradeTooHigh'],
    ['11', 'points', 10, 'gradeTooHigh'],
  ] as const)('%s in %s of %s is refused', (text, unit, points, rejection) => {
    expect(readGrade(text, unit, points)).toEqual({ ok: false, rejection })
  })
  it('always fits the columns that keep it', () => {
    fc.assert(
      fc.property(typed, fc.integer({ min: 1, max: 10_000 }), (text, points) => {
        for (const unit of ['percent', 'points'] as const) {
          const read = readGrade(text, unit, points)
          if (read.ok) expect(read.value.d).toBeLessThan(2 ** 31)
        }
      }),
    )
  })
})
