import { scaleLinear } from 'd3-scale'
import type { ForecastDay } from '@/lib/domain/schedule'
import type { Box } from './day-axis'

/** Of a day's share of the width, so much is bar. */
const FULL = 0.72

/** One bar for each day, side by side from the left edge to the right one, from 0 to how many are asked. */
export function forecastGeometry(days: readonly ForecastDay[], box: Box) {
  const most = Math.max(1, ...days.map(({ asked }) => asked))
  const y = scaleLinear([0, most], [box.bottom, box.top])
  const each = (box.right - box.left) / Math.max(1, days.length)
  const bars = days.map(({ day, asked }, place) => ({
    ...{ day, asked },
    x: box.left + each * (place + (1 - FULL) / 2),
    width: each * FULL,
    y: y(asked),
    height: box.bottom - y(asked),
  }))
  return { bars, y, most }
}
