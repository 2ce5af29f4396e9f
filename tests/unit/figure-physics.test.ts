import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crossingFromCentre, imageOf, pointAt } from '@/lib/domain/lobster-eye'
import { eccentricAnomaly, orbitBetween, shareAbove, stateAt } from '@/lib/domain/orbit'
import { lightTimeSeconds, powerFactor } from '@/lib/domain/radio'

const heights = fc
  .tuple(
    fc.double({ min: 100, max: 200_000, noNaN: true }),
    fc.double({ min: 0, max: 400_000, noNaN: true }),
  )
  .map(([low, more]) => orbitBetween(low, low + more))

describe('an orbit', () => {
  it('solves Kepler’s equation', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
        fc.double({ min: 0, max: 0.97, noNaN: true }),
        (mean, e) => {
          const anomaly = eccentricAnomaly(mean, e)
          expect(anomaly - e * Math.sin(anomaly)).toBeCloseTo(mean, 9)
        },
      ),
    )
  })
  it('stays between its heights and keeps its energy', () => {
    fc.assert(
      fc.property(heights, fc.double({ min: -500, max: 500, noNaN: true }), (orbit, hours) => {
        const { body, semiMajorKm, eccentricity } = orbit
        const { heightKm, speedKmS, alongKm, acrossKm } = stateAt(orbit, hours)
        const distance = heightKm + body.radiusKm
        expect(distance).toBeGreaterThanOrEqual(semiMajorKm * (1 - eccentricity) - 0.01)
        expect(distance).toBeLessThanOrEqual(semiMajorKm * (1 + eccentricity) + 0.01)
        expect(Math.hypot(alongKm, acrossKm)).toBeCloseTo(distance, 3)
        const energy = speedKmS ** 2 / 2 - body.mu / distance
        expect(energy).toBeCloseTo(-body.mu / (2 * semiMajorKm), 6)
      }),
    )
  })
  it('sweeps equal areas in equal times', () => {
    const orbit = orbitBetween(5000, 121_000)
    const area = (from: number) => {
      const steps = 2000
      let sum = 0
      for (let step = 0; step < steps; step++) {
        const one = stateAt(orbit, from + (2 * step) / steps)
        const next = stateAt(orbit, from + (2 * (step + 1)) / steps)
        sum += (one.alongKm * next.acrossKm - next.alongKm * one.acrossKm) / 2
      }
      return sum
    }
    for (const from of [1, 10, 24, 40]) expect(area(from) / area(6)).toBeCloseTo(1, 3)
  })
  it('has the values that are known of Smile', () => {
    const smile = orbitBetween(5000, 121_000)
    expect(smile.periodHours).toBeCloseTo(50.5, 1)
    expect(stateAt(smile, 0).speedKmS).toBeCloseTo(8.0, 1)
    expect(stateAt(smile, smile.periodHours / 2)).toMatchObject({
      heightKm: expect.closeTo(121_000, 0),
      speedKmS: expect.closeTo(0.72, 2),
    })
  })
  it('spends the share of its time above a height that counting moments gives', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(heights, share, (orbit, part) => {
        const { body, semiMajorKm: a, eccentricity: e, periodHours } = orbit
        const height = a * (1 - e) + part * 2 * a * e - body.radiusKm
        const moments = 500
        const above = Array.from(
          { length: moments },
          (_, at) => stateAt(orbit, ((at + 0.5) * periodHours) / moments).heightKm,
        ).filter((each) => each > height).length
        // A circle has one height only, which rounding puts on either side.
        if (a * e > 1)
          expect(Math.abs(shareAbove(orbit, height) - above / moments)).toBeLessThan(0.01)
      }),
    )
    const smile = orbitBetween(5000, 121_000)
    expect(shareAbove(smile, 100_000)).toBeCloseTo(0.485, 3)
    expect(shareAbove(smile, 5000)).toBe(1)
    expect(shareAbove(smile, 121_000)).toBe(0)
  })
  it('is refused where its heights make none', () => {
    for (const [low, high] of [
      [-1, 5],
      [10, 5],
      [0, Infinity],
      [Number.NaN, 5],
    ] as const)
      expect(() => orbitBetween(low, high)).toThrow(RangeError)
  })
})

describe('a radio link', () => {
  it('has the light times of the lesson', () => {
    expect(lightTimeSeconds(600)).toBeCloseTo(0.002, 3)
    expect(lightTimeSeconds(121_000)).toBeCloseTo(0.4, 2)
    expect(lightTimeSeconds(384_400)).toBeCloseTo(1.28, 2)
  })
  it('needs four times the power for each doubling', () => {
    expect(powerFactor(600, 1200)).toBe(4)
    expect(Math.round(powerFactor(600, 121_000))).toBe(40_669)
  })
})

describe('a lobster’s eye', () => {
  it('makes the image half way to the plate, in the direction of the source', () => {
    const image = imageOf(10, 200)
    expect(Math.hypot(image.x, image.y)).toBeCloseTo(100, 9)
    expect(image.y / image.x).toBeCloseTo(pointAt(10, 1).y / pointAt(10, 1).x, 9)
  })
  it('sends rays of pores up to eight degrees aside to within a hundredth of it', () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (off) => {
        expect(crossingFromCentre(off, 200) / 100).toBeLessThan(1.01)
        expect(crossingFromCentre(off, 200) / 100).toBeGreaterThanOrEqual(1)
      }),
    )
  })
})
