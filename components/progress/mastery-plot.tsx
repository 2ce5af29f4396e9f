import { useFormatter, useTranslations } from 'next-intl'
import { toDate } from '@/lib/domain/study-day'
import type { MasteryDay } from '@/lib/domain/study-history'
import { type Box, counts, namedDays } from './day-axis'
import { masteryGeometry } from './mastery-geometry'

/** The levels over the days, drawn for one width; the words that describe it stand elsewhere. */
export function MasteryPlot({
  days,
  all,
  box,
  className,
  labelledBy,
}: {
  days: readonly MasteryDay[]
  all: number
  box: Box
  className: string
  labelledBy: string
}) {
  const t = useTranslations('progressPage.mastery')
  const level = useTranslations('progress.level')
  const format = useFormatter()
  const { x, y, areas, labels } = masteryGeometry(days, all, box)
  const [first] = days
  const last = days.at(-1)
  if (!first || !last) return null
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: its title stands in the caption
    <svg
      className={`${className} chart`}
      viewBox={`0 0 ${box.width} ${box.height}`}
      role="img"
      aria-labelledby={labelledBy}
    >
      {counts(all).map((count) => (
        <path
          key={count}
          className={count === 0 ? 'axis' : 'grid-line'}
          d={`M${box.left - 6} ${y(count)}H${box.right}`}
        />
      ))}
      {areas.map((each) => (
        <path key={each.level} className="level-area" d={each.path} />
      ))}
      <g fontSize="13.5">
        <text className="soft" x="8" y={box.top - 20}>
          {t('axis')}
        </text>
        {counts(all).map((count) => (
          <text key={count} className="soft" x={box.left - 12} y={y(count) + 4.5} textAnchor="end">
            {count}
          </text>
        ))}
        {namedDays(first.day, last.day, box, 84).map((day) => (
          <g key={day}>
            <path className="axis" d={`M${x(day)} ${box.bottom}v6`} />
            <text className="soft" x={x(day)} y={box.bottom + 22} textAnchor="middle">
              {format.dateTime(toDate(day), { day: 'numeric', month: 'short', timeZone: 'UTC' })}
            </text>
          </g>
        ))}
        {labels.map((label) => (
          <text key={label.level} className="strong" x={x(last.day) + 10} y={label.y}>
            {`${last.counts[label.level]} ${level(label.level)}`}
          </text>
        ))}
      </g>
    </svg>
  )
}
