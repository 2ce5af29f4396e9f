import { useFormatter, useTranslations } from 'next-intl'
import { useId } from 'react'
import { LEVELS } from '@/lib/domain/mastery'
import { type Day, toDate } from '@/lib/domain/study-day'
import { atLeast, type MasteryDay } from '@/lib/domain/study-history'
import { ChartFigure, labelledBy } from './chart-figure'
import { NARROW, WIDE } from './day-axis'
import { MasteryPlot } from './mastery-plot'

/** The days of the table: the last of each week, and today. */
const weekly = (days: readonly MasteryDay[]) =>
  days.filter((_, place) => (days.length - 1 - place) % 7 === 0).toReversed()

/** How many objectives stood at each level, day by day. There is at least one day. */
export function MasteryChart({ days, all }: { days: readonly MasteryDay[]; all: number }) {
  const t = useTranslations('progressPage.mastery')
  const level = useTranslations('progress.level')
  const format = useFormatter()
  const id = useId()
  const on = (day: Day) =>
    format.dateTime(toDate(day), { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const last = days.at(-1)
  const [first] = days
  if (!first || !last) return null
  const begun = LEVELS.slice(1)
  const description = t('description', {
    all,
    attempted: atLeast(last, 'attempted'),
    proficient: atLeast(last, 'proficient'),
    mastered: last.counts.mastered,
    from: on(first.day),
  })
  const plot = { days, all, labelledBy: labelledBy(id) }
  return (
    <ChartFigure
      id={id}
      title={t('title')}
      description={description}
      wide={<MasteryPlot {...plot} box={WIDE} className="drawing-wide has-narrow" />}
      narrow={<MasteryPlot {...plot} box={{ ...NARROW, right: 184 }} className="drawing-narrow" />}
      tableTitle={t('table')}
    >
      <thead>
        <tr>
          <th scope="col">{t('day')}</th>
          {begun.map((each) => (
            <th key={each} scope="col" className="n">
              {level(each)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weekly(days).map(({ day, counts }) => (
          <tr key={day}>
            <th scope="row">{on(day)}</th>
            {begun.map((each) => (
              <td key={each} className="n">
                {counts[each]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ChartFigure>
  )
}
