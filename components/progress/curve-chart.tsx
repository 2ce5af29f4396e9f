import { useFormatter, useTranslations } from 'next-intl'
import { useId } from 'react'
import { State } from '@/components/ui/state'
import type { MemoryCurve } from '@/lib/domain/memory-curve'
import { type Day, daysBetween, toDate } from '@/lib/domain/study-day'
import type { OwnEntry } from '@/lib/domain/study-history'
import { ChartFigure, labelledBy } from './chart-figure'
import { CurvePlot } from './curve-plot'
import { NARROW, WIDE } from './day-axis'

const states = { 1: 'wrong', 2: 'part', 3: 'right' } as const

/** The forgetting curve of a question, and the log from which it follows. */
export function CurveChart({
  curve,
  entries,
  today,
}: {
  curve: MemoryCurve
  entries: readonly OwnEntry[]
  today: Day
}) {
  const t = useTranslations('progressPage.curve')
  const grades = useTranslations('reviewing.list.grade')
  const format = useFormatter()
  const id = useId()
  const on = (day: Day) => format.dateTime(toDate(day), { dateStyle: 'medium', timeZone: 'UTC' })
  const memory = curve.stretches.at(-1)?.memory
  if (!memory) return null
  const counted = new Set(curve.answers.map(({ day }) => day))
  const first = new Map<Day, string>()
  for (const { day, id: entry } of entries) if (!first.has(day)) first.set(day, entry)
  const plot = { curve, today, labelledBy: labelledBy(id) }
  return (
    <ChartFigure
      id={id}
      title={t('title')}
      description={t('description', {
        answers: curve.answers.length,
        stability: Math.max(1, Math.round(memory.stability)),
        on: on(memory.dueOn),
        days: daysBetween(memory.lastOn, memory.dueOn),
      })}
      wide={
        <CurvePlot {...plot} box={{ ...WIDE, right: 690 }} className="drawing-wide has-narrow" />
      }
      narrow={<CurvePlot {...plot} box={{ ...NARROW, right: 230 }} className="drawing-narrow" />}
      tableTitle={t('table')}
    >
      <thead>
        <tr>
          <th scope="col">{t('day')}</th>
          <th scope="col">{t('where')}</th>
          <th scope="col">{t('outcome')}</th>
          <th scope="col">{t('counts')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ id: entry, day, source, grade, isEasy }) => (
          <tr key={entry}>
            <th scope="row">{on(day)}</th>
            <td>{t(`source.${source}`)}</td>
            <td>
              <State state={states[grade]}>
                {grades(String(grade))}
                {isEasy && `, ${t('easy')}`}
              </State>
            </td>
            <td>{t(counted.has(day) && first.get(day) === entry ? 'yes' : 'no')}</td>
          </tr>
        ))}
      </tbody>
    </ChartFigure>
  )
}
