import type { ReactNode } from 'react'
import type { Box } from './day-axis'

/** What every drawing of one width has in common. */
export interface PlotProps<Area extends Pick<Box, 'width' | 'height'> = Box> {
  box: Area
  className: string
  /** The ids of the words that describe it, which stand elsewhere. */
  labelledBy: string
}

/** A drawing in its box, labelled by words that stand elsewhere. */
export function PlotFrame({
  box: { width, height },
  className,
  labelledBy,
  children,
}: PlotProps<Pick<Box, 'width' | 'height'>> & { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: its title stands in the caption
    <svg
      className={`${className} chart`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={labelledBy}
    >
      {children}
    </svg>
  )
}

/** The lines across a plot with what they stand for, the lowest as its axis, and a title above them. */
export function ValueAxis({
  values,
  y,
  title,
  box,
}: {
  values: readonly { at: number; told: number }[]
  y(at: number): number
  title: string
  box: Box
}) {
  return (
    <>
      {values.map(({ at }) => (
        <path
          key={at}
          className={at === 0 ? 'axis' : 'grid-line'}
          d={`M${box.left - 6} ${y(at)}H${box.right}`}
        />
      ))}
      <g fontSize="13.5">
        <text className="soft" x="8" y={box.top - 20}>
          {title}
        </text>
        {values.map(({ at, told }) => (
          <text key={at} className="soft" x={box.left - 12} y={y(at) + 4.5} textAnchor="end">
            {told}
          </text>
        ))}
      </g>
    </>
  )
}

/** Whole numbers as they stand. */
export const asCounts = (all: readonly number[]) => all.map((at) => ({ at, told: at }))
/** Shares, told in per cent. */
export const asPercents = (all: readonly number[]) =>
  all.map((at) => ({ at, told: Math.round(at * 100) }))
