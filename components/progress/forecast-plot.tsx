import { useFormatter, useTranslations } from 'next-intl'
import type { ForecastDay } from '@/lib/domain/schedule'
import { toDate } from '@/lib/domain/study-day'
import { counts } from './day-axis'
import { forecastGeometry } from './forecast-geometry'
import { asCounts, PlotFrame, type PlotProps, ValueAxis } from './plot-frame'

/** How many bars lie between two days that are named. */
const EVERY = { wide: 5, narrow: 10 }

/** The reviews of the coming days as bars; today is the accent. */
export function ForecastPlot({
  days,
  box,
  className,
  labelledBy,
}: {
  days: readonly ForecastDay[]
} & PlotProps) {
  const t = useTranslations('progressPage.forecast')
  const format = useFormatter()
  const { bars, y, most } = forecastGeometry(days, box)
  const every = box.width > 400 ? EVERY.wide : EVERY.narrow
  return (
    <PlotFrame box={box} className={className} labelledBy={labelledBy}>
      <ValueAxis values={asCounts(counts(most))} y={y} title={t('axis')} box={box} />
      {bars.map((bar, place) => (
        <rect
          key={bar.day}
          className={place === 0 ? 'day-bar now' : 'day-bar'}
          x={bar.x}
          y={bar.y}
          width={bar.width}
          height={bar.height}
        />
      ))}
      <g fontSize="13.5">
        {bars.map(
          (bar, place) =>
            place % every === 0 && (
              <text
                key={bar.day}
                className={place === 0 ? 'strong' : 'soft'}
                x={place === 0 ? bar.x : bar.x + bar.width / 2}
                y={box.bottom + 22}
                textAnchor={place === 0 ? 'start' : 'middle'}
              >
                {place === 0
                  ? t('today')
                  : format.dateTime(toDate(bar.day), {
                      ...{ day: 'numeric', month: 'short', timeZone: 'UTC' },
                    })}
              </text>
            ),
        )}
      </g>
    </PlotFrame>
  )
}
