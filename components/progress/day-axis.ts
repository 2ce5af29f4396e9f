import { scaleLinear } from 'd3-scale'
import { addDays, type Day, daysBetween } from '@/lib/domain/study-day'

/** The plotting area inside a drawing. */
export interface Box {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
}

export const WIDE: Box = { width: 760, height: 300, left: 52, right: 640, top: 44, bottom: 256 }
export const NARROW: Box = { width: 276, height: 290, left: 36, right: 206, top: 44, bottom: 246 }

/** Where days lie in a box from its left to its right edge; one day alone lies in the middle. */
export function dayScale(first: Day, last: Day, { left, right }: Box): (day: Day) => number {
  const days = daysBetween(first, last)
  const scale = scaleLinear([0, Math.max(1, days)], [left, right])
  return (day) => (days === 0 ? (left + right) / 2 : scale(daysBetween(first, day)))
}

/** Days to name under the axis, both ends among them, at least `room` apart. */
export function namedDays(first: Day, last: Day, { left, right }: Box, room: number): Day[] {
  const days = daysBetween(first, last)
  const most = Math.max(1, Math.min(days, Math.floor((right - left) / room)))
  const all = Array.from({ length: most + 1 }, (_, place) =>
    addDays(first, Math.round((place * days) / most)),
  )
  return [...new Set(all)]
}

/** Whole numbers to name beside an axis from 0 to `most`, at most five. */
export function counts(most: number): number[] {
  const step = Math.max(1, Math.ceil(most / 4))
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, place) => place * step)
}
