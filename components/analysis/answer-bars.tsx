import { scaleLinear } from 'd3-scale'
import { useTranslations } from 'next-intl'
import type { CountedAnswer } from '@/lib/domain/item-answers'
import { letterOf, wholePercent } from './numbers'

const ROW = 34
/** The bars of one drawing; what stands behind the longest still fits in. */
export const BARS = {
  wide: { width: 640, left: 44, right: 470 },
  narrow: { width: 276, left: 32, right: 150 },
}

/** The share of each answer as a bar; the right ones filled and called so, the others outlined. */
export function AnswerBars({
  answers,
  box,
}: {
  answers: readonly CountedAnswer[]
  box: (typeof BARS)['wide']
}) {
  const t = useTranslations('analysis')
  const x = scaleLinear([0, 1], [box.left, box.right])
  const height = answers.length * ROW + 20
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${box.width} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      {[0, 0.5, 1].map((share) => (
        <path
          key={share}
          className={share === 0 ? 'axis' : 'grid-line'}
          d={`M${x(share)} 8V${height - 8}`}
        />
      ))}
      {answers.map(({ id, isKey, share, count }, place) => {
        const y = 10 + place * ROW
        return (
          <g key={id} fontSize="14">
            <text className="strong" x={box.left - 12} y={y + 21} textAnchor="end">
              {letterOf(place)}
            </text>
            <rect
              className={isKey ? 'bar' : 'bar-outline'}
              x={box.left}
              y={y + 5}
              width={x(share) - box.left}
              height={ROW - 12}
            />
            <text className="halo" x={x(share) + 8} y={y + 21}>
              {`${t('percent', { value: wholePercent(share) })} (${count})`}
              {isKey && <tspan className="strong">{` ${t('item.key')}`}</tspan>}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
