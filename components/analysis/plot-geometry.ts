import { scaleLinear } from 'd3-scale'
import type { AnalysedItem } from '@/lib/domain/item-analysis'
import type { Range } from '@/lib/domain/item-reading'
import { type MarkName, markOf } from './mark'

export interface PlotBox {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
}

/** A question that has both figures, on the scale of the drawing. */
export interface PlotPoint {
  number: number
  mark: MarkName
  /** 0 to 1. */
  facility: number
  /** -1 to 1. */
  discrimination: number
  ranges: { facility: Range | null; discrimination: Range | null }
}

/** The questions that can be drawn, in their order; the others have no discrimination. */
export const plotPoints = (items: readonly AnalysedItem[]): PlotPoint[] =>
  items.flatMap(({ number, reading, statistics, ranges }) => {
    const { facility, discriminationIndex: index } = statistics
    if (facility === null || index === null) return []
    const { discrimination: range } = ranges
    return [
      {
        number,
        mark: markOf(reading),
        facility,
        discrimination: index / 100,
        ranges: {
          facility: ranges.facility,
          discrimination: range && { from: range.from / 100, to: range.to / 100 },
        },
      },
    ]
  })

/** Where a number can stand beside its point: the way to its middle, best first. */
const BESIDE = [
  [18, -13],
  [-18, -13],
  [18, 14],
  [-18, 14],
  [0, -21],
  [0, 22],
  [25, 0],
  [-25, 0],
] as const
const NEAR = { x: 16, y: 14 }
const MARK = 13

type Place = { x: number; y: number }
const isNear = (a: Place, b: Place, x: number, y: number) =>
  Math.abs(a.x - b.x) < x && Math.abs(a.y - b.y) < y

/** For each mark the place of its number, clear of all marks and of the numbers before, if it can be. */
export function labelPlaces(marks: readonly Place[]): Place[] {
  const taken: Place[] = []
  for (const mark of marks) {
    const places = BESIDE.map(([dx, dy]) => ({ x: mark.x + dx, y: mark.y + dy }))
    const free = places.find(
      (place) =>
        !taken.some((other) => isNear(place, other, NEAR.x, NEAR.y)) &&
        !marks.some((other) => other !== mark && isNear(place, other, MARK, MARK)),
    )
    taken.push(free ?? { x: mark.x + 18, y: mark.y - 13 })
  }
  return taken
}

const STEP = 0.2

/** Where everything lies: facility from 0 to 1, discrimination over all that is drawn. */
export function plotGeometry(
  points: readonly PlotPoint[],
  selected: PlotPoint | null,
  box: PlotBox,
) {
  const range = selected?.ranges.discrimination
  const values = [
    ...points.map(({ discrimination }) => discrimination),
    ...(range ? [range.from, range.to] : []),
  ]
  const low = Math.max(-5, Math.floor(Math.min(-0.2, ...values) / STEP + 1e-9))
  const high = Math.min(5, Math.ceil(Math.max(0.6, ...values) / STEP - 1e-9))
  const x = scaleLinear([0, 1], [box.left, box.right])
  const y = scaleLinear([low * STEP, high * STEP], [box.bottom, box.top])
  const marks = points.map((point) => ({ x: x(point.facility), y: y(point.discrimination) }))
  const labels = labelPlaces(marks)
  return {
    x,
    y,
    places: points.map((point, at) => ({
      point,
      mark: marks[at] ?? { x: 0, y: 0 },
      label: labels[at] ?? { x: 0, y: 0 },
    })),
    across: [0, 0.25, 0.5, 0.75, 1],
    up: Array.from({ length: high - low + 1 }, (_, step) => (low + step) / 5),
  }
}
