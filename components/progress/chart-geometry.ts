import { scaleLinear, scaleUtc } from 'd3-scale'
import { line } from 'd3-shape'

export interface ScorePoint {
  at: Date
  /** Of the whole score, 0 to 1: where it lies. */
  share: number
  /** The same in whole per cent, as it is told. */
  percent: number
  /** What was taken, such as the quiz's title. */
  label: string
}

export interface ChartBox {
  width: number
  height: number
  /** The plotting area's edges. */
  left: number
  right: number
  top: number
  bottom: number
  /** How far apart two dates under the axis have to stand; the latest is always told. */
  room: number
}

const DAY = 86_400_000
/** A label of two lines beside a point: from one to the next, and what the second needs below it. */
export const LABEL = { line: 17, foot: 7 }

/**
 * Where everything of the chart lies in `box`, for points in the order of their dates.
 * A single point stands in the middle; points of one moment spread over two days.
 */
export function chartGeometry(points: readonly ScorePoint[], box: ChartBox) {
  const times = points.map(({ at }) => at.getTime())
  const first = Math.min(...times)
  const last = Math.max(...times)
  const margin = last - first < DAY ? DAY : 0
  const x = scaleUtc([first - margin, last + margin], [box.left, box.right])
  const y = scaleLinear([0, 1], [box.bottom, box.top])
  const places = points.map((point) => ({ ...point, x: x(point.at), y: y(point.share) }))
  const path = line<(typeof places)[number]>(
    (place) => place.x,
    (place) => place.y,
  )(places)
  const dates: typeof places = []
  for (const place of places.toReversed()) {
    const later = dates.at(-1)
    if (!later || later.x - place.x >= box.room) dates.push(place)
  }
  return {
    places,
    path: places.length > 1 ? path : null,
    dates,
    /** The first line of a label beside the latest point: its second stays above the axis. */
    latestLabel: Math.min(places.at(-1)?.y ?? box.top, box.bottom - LABEL.foot - LABEL.line),
    rules: [0, 0.25, 0.5, 0.75, 1].map((share) => ({ share, y: y(share) })),
  }
}
