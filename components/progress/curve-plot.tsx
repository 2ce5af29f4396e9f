import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { useFormatter, useTranslations } from 'next-intl'
import type { MemoryCurve } from '@/lib/domain/memory-curve'
import { RETENTION } from '@/lib/domain/schedule'
import { type Day, toDate } from '@/lib/domain/study-day'
import { dayScale, namedDays } from './day-axis'
import { asPercents, PlotFrame, type PlotProps, ValueAxis } from './plot-frame'

/** The chance to know a question over the days: it falls, and begins anew with each answer. */
export function CurvePlot({
  curve: { answers, stretches, end },
  today,
  box,
  className,
  labelledBy,
}: {
  curve: MemoryCurve
  today: Day
} & PlotProps) {
  const t = useTranslations('progressPage.curve')
  const format = useFormatter()
  const first = answers[0]?.day ?? today
  const x = dayScale(first, end, box)
  const y = scaleLinear([0, 1], [box.bottom, box.top])
  const drawn = line<{ day: Day; chance: number }>(
    ({ day }) => x(day),
    ({ chance }) => y(chance),
  )
  return (
    <PlotFrame box={box} className={className} labelledBy={labelledBy}>
      <ValueAxis values={asPercents([0, 0.5, 1])} y={y} title={t('axis')} box={box} />
      <path className="aim" d={`M${box.left - 6} ${y(RETENTION)}H${box.right}`} />
      {stretches.map(({ from, points }) => (
        <path key={from} className="series" d={drawn(points) ?? ''} />
      ))}
      {stretches.slice(1).map(({ from }, place) => (
        <path
          key={from}
          className="jump"
          d={`M${x(from)} ${y(answers[place + 1]?.chance ?? 1)}V${y(1)}`}
        />
      ))}
      {today > first && today < end && (
        <path className="today-line" d={`M${x(today)} ${box.top - 6}V${box.bottom}`} />
      )}
      {answers.map(({ day, isRight, chance }) =>
        isRight ? (
          <circle key={day} className="point" cx={x(day)} cy={y(chance ?? 1)} r="5" />
        ) : (
          <path
            key={day}
            className="cross"
            d={`M${x(day) - 5} ${y(chance ?? 1) - 5}l10 10m0-10l-10 10`}
          />
        ),
      )}
      <g fontSize="13.5">
        <text className="soft" x={box.right + 8} y={y(RETENTION) + 4.5}>
          {t('aim')}
        </text>
        {namedDays(first, end, box, 92).map((day) => (
          <g key={day}>
            <path className="axis" d={`M${x(day)} ${box.bottom}v6`} />
            <text className="soft" x={x(day)} y={box.bottom + 22} textAnchor="middle">
              {format.dateTime(toDate(day), { day: 'numeric', month: 'short', timeZone: 'UTC' })}
            </text>
          </g>
        ))}
        {today > first && today < end && (
          <text className="strong halo" x={x(today) + 6} y={box.bottom - 8}>
            {t('today')}
          </text>
        )}
      </g>
    </PlotFrame>
  )
}
