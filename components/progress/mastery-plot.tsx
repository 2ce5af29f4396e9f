import { useFormatter, useTranslations } from 'next-intl'
import { toDate } from '@/lib/domain/study-day'
import type { MasteryDay } from '@/lib/domain/study-history'
import { counts, namedDays } from './day-axis'
import { masteryGeometry } from './mastery-geometry'
import { asCounts, PlotFrame, type PlotProps, ValueAxis } from './plot-frame'

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
} & PlotProps) {
  const t = useTranslations('progressPage.mastery')
  const level = useTranslations('progress.level')
  const format = useFormatter()
  const { x, y, areas, labels } = masteryGeometry(days, all, box)
  const [first] = days
  const last = days.at(-1)
  if (!first || !last) return null
  return (
    <PlotFrame box={box} className={className} labelledBy={labelledBy}>
      <ValueAxis values={asCounts(counts(all))} y={y} title={t('axis')} box={box} />
      {areas.map((each) => (
        <path key={each.level} className="level-area" d={each.path} />
      ))}
      <g fontSize="13.5">
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
    </PlotFrame>
  )
}
