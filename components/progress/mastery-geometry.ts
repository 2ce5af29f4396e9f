import { scaleLinear } from 'd3-scale'
import { area, curveStepAfter } from 'd3-shape'
import { LEVELS, type Level } from '@/lib/domain/mastery'
import { atLeast, type MasteryDay } from '@/lib/domain/study-history'
import { type Box, dayScale } from './day-axis'

/** What a label of one line needs. */
export const LINE = 17

/** Moves labels down where they would stand on each other, keeping their order; the last ends at `bottom`. */
export function apart(wanted: readonly number[], bottom: number): number[] {
  const placed: number[] = []
  for (const y of wanted)
    placed.push(Math.max(y, (placed.at(-1) ?? Number.NEGATIVE_INFINITY) + LINE))
  for (let place = placed.length - 1, most = bottom; place >= 0; place--, most -= LINE)
    placed[place] = Math.min(placed[place] ?? most, most)
  return placed
}

/**
 * The levels as steps over the days, one above the other: each area reaches from 0 to how many
 * objectives stand at its level or above it, so that the areas lie on each other like the lines of an
 * island. With the place of each level's label beside the last day, from the top down.
 */
export function masteryGeometry(days: readonly MasteryDay[], all: number, box: Box) {
  const [first] = days
  const last = days.at(-1)
  if (!first || !last) throw new RangeError('There is at least one day')
  const x = dayScale(first.day, last.day, box)
  const y = scaleLinear([0, Math.max(1, all)], [box.bottom, box.top])
  const begun = LEVELS.slice(1)
  const pathOf = (level: Level) => {
    const path = area<MasteryDay>(
      ({ day }) => x(day),
      y(0),
      (day) => y(atLeast(day, level)),
    ).curve(curveStepAfter)
    // A single day is drawn as a short stretch.
    const drawn = days.length > 1 ? path(days) : null
    return drawn ?? `M${x(first.day) - 12} ${y(0)}h24V${y(atLeast(last, level))}h-24z`
  }
  const shown = begun.toReversed().filter((level) => last.counts[level] > 0)
  const wanted = shown.map((level) => y(atLeast(last, level) - last.counts[level] / 2) + 5)
  const places = apart(wanted, box.bottom - 2)
  return {
    x,
    y,
    areas: begun.map((level) => ({ level, path: pathOf(level) })),
    labels: shown.map((level, place) => ({ level, y: places[place] ?? box.bottom })),
  }
}
