import { useFormatter, useTranslations } from 'next-intl'
import { useId } from 'react'
import type { ForecastDay } from '@/lib/domain/schedule'
import { type Day, toDate } from '@/lib/domain/study-day'
import { ChartFigure, labelledBy } from './chart-figure'
import { NARROW, WIDE } from './day-axis'
import { ForecastPlot } from './forecast-plot'

/** The reviews of the coming days, as far as they are known now. */
export function ForecastChart({ days }: { days: readonly ForecastDay[] }) {
  const t = useTranslations('progressPage.forecast')
  const format = useFormatter()
  const id = useId()
  const on = (day: Day) =>
    format.dateTime(toDate(day), {
      ...{ weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' },
    })
  const all = days.reduce((sum, { asked }) => sum + asked, 0)
  const most = days.reduce((top, each) => (each.asked > top.asked ? each : top))
  const plot = { days, labelledBy: labelledBy(id) }
  return (
    <ChartFigure
      id={id}
      title={t('title')}
      description={t('description', {
        all,
        days: days.length,
        today: days[0]?.asked ?? 0,
        most: most.asked,
        on: on(most.day),
      })}
      wide={
        <ForecastPlot {...plot} box={{ ...WIDE, right: 740 }} className="drawing-wide has-narrow" />
      }
      narrow={<ForecastPlot {...plot} box={{ ...NARROW, right: 268 }} className="drawing-narrow" />}
      tableTitle={t('table')}
    >
      <thead>
        <tr>
          <th scope="col">{t('day')}</th>
          <th scope="col" className="n">
            {t('due')}
          </th>
          <th scope="col" className="n">
            {t('asked')}
          </th>
        </tr>
      </thead>
      <tbody>
        {days
          .filter(({ due, asked }) => due > 0 || asked > 0)
          .map(({ day, due, asked }) => (
            <tr key={day}>
              <th scope="row">{on(day)}</th>
              <td className="n">{due}</td>
              <td className="n">{asked}</td>
            </tr>
          ))}
      </tbody>
    </ChartFigure>
  )
}
