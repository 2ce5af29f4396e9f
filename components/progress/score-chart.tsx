import { useFormatter, useTranslations } from 'next-intl'
import { useId } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { ChartFigure, labelledBy } from './chart-figure'
import type { ChartBox, ScorePoint } from './chart-geometry'
import { ScorePlot } from './score-plot'

const WIDE: ChartBox = {
  width: 760,
  height: 300,
  left: 60,
  right: 668,
  top: 56,
  bottom: 258,
  room: 110,
}
const NARROW: ChartBox = {
  width: 276,
  height: 280,
  left: 44,
  right: 214,
  top: 56,
  bottom: 240,
  room: 66,
}

/**
 * Scores over time in a plate, drawn on the server, and the same numbers as a table. Points may
 * come in any order; with none of them it says so.
 *
 * @param timeZone the reader's, such as "Europe/Paris"; dates are told in it
 */
export function ScoreChart({
  points,
  timeZone,
}: {
  points: readonly ScorePoint[]
  timeZone: string
}) {
  const t = useTranslations('progress.chart')
  const format = useFormatter()
  const id = useId()
  const inOrder = [...points].sort((a, b) => a.at.getTime() - b.at.getTime())
  const [first] = inOrder
  const last = inOrder.at(-1)
  if (!first || !last) return <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>

  const day = (at: Date) => format.dateTime(at, { dateStyle: 'medium', timeZone })
  const told = ({ percent }: ScorePoint) => t('percent', { percent })
  const best = inOrder.reduce((top, each) => (each.share > top.share ? each : top))
  const description = t('description', {
    count: inOrder.length,
    first: told(first),
    firstDate: day(first.at),
    last: told(last),
    lastDate: day(last.at),
    best: told(best),
  })
  const plot = { points: inOrder, timeZone, labelledBy: labelledBy(id) }
  return (
    <ChartFigure
      id={id}
      title={t('title')}
      description={description}
      wide={<ScorePlot {...plot} box={WIDE} className="drawing-wide has-narrow" />}
      narrow={<ScorePlot {...plot} box={NARROW} className="drawing-narrow" />}
      tableTitle={t('table')}
    >
      <thead>
        <tr>
          <th scope="col">{t('date')}</th>
          <th scope="col">{t('quiz')}</th>
          <th scope="col" className="n">
            {t('share')}
          </th>
        </tr>
      </thead>
      <tbody>
        {inOrder.toReversed().map((point) => (
          <tr key={`${point.at.getTime()}/${point.label}`}>
            <td>
              <time dateTime={point.at.toISOString()}>{day(point.at)}</time>
            </td>
            <td>{point.label}</td>
            <td className="n">{told(point)}</td>
          </tr>
        ))}
      </tbody>
    </ChartFigure>
  )
}
