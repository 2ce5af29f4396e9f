import fc from 'fast-check'
import { expect, it } from 'vitest'
import { chartGeometry, LABEL } from '@/components/progress/chart-geometry'

const box = { width: 300, height: 200, left: 40, right: 250, top: 20, bottom: 160, room: 60 }
const geometry = (shares: readonly number[]) =>
  chartGeometry(
    shares.map((share, day) => ({
      at: new Date(Date.UTC(2026, 10, day + 1)),
      share,
      percent: Math.round(share * 100),
      label: `Quiz ${day}`,
    })),
    box,
  )

it('names the latest score beside its point, and above the axis with its dates', () => {
  expect(geometry([0.2, 1]).latestLabel).toBe(box.top)
  expect(geometry([1, 0.5]).latestLabel).toBe((box.top + box.bottom) / 2)
  const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 })
  fc.assert(
    fc.property(shares, (all) => {
      expect(geometry(all).latestLabel + LABEL.line + LABEL.foot).toBeLessThanOrEqual(box.bottom)
    }),
  )
})
