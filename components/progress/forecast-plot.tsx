import { useFormatter, useTranslations } from 'next-intl'
import type { ForecastDay } from '@/lib/domain/schedule'
import { toDate } from '@/lib/domain/study-day'
import { type Box, counts } from './day-axis'
import { forecastGeometry } from './forecast-geometry'

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
  box: Box
  className: string
  labelledBy: string
}) {
  const t = useTranslations('progressPage.forecast')
  const format = useFormatter()
  const { bars, y, most } = forecastGeometry(days, box)
  const every = box.width > 400 ? EVERY.wide : EVERY.narrow
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: its title stands in the caption
    <svg
      className={`${className} chart`}
      viewBox={`0 0 ${box.width} ${box.height}`}
      role="img"
      aria-labelledby={labelledBy}
    >
      {counts(most).map((count) => (
        <path
          key={count}
          className={count === 0 ? 'axis' : 'grid-line'}
          d={`M${box.left - 6} ${y(count)}H${box.right}`}
        />
      ))}
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
        <text className="soft" x="8" y={box.top - 20}>
          {t('axis')}
        </text>
        {counts(most).map((count) => (
          <text key={count} className="soft" x={box.left - 12} y={y(count) + 4.5} textAnchor="end">
            {count}
          </text>
        ))}
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
    </svg>
  )
}
