import { useTranslations } from 'next-intl'
import { zonedText } from '@/components/assignment/zoned'
import { State } from '@/components/ui/state'
import type { GradeDetails } from '@/lib/domain/grade-details'
import { type GradeCell, pointsOf } from '@/lib/domain/gradebook'
import { formatScore } from '@/lib/domain/score-format'
import { percentText } from './percent'

/** A grade in words: per cent, and points where something was handed in. */
function useGrade() {
  const t = useTranslations('gradebook')
  return (cell: Pick<GradeCell, 'grade' | 'points'>) => {
    if (!cell.grade) return t('noGrade')
    const percent = percentText(cell.grade)
    const earned = pointsOf(cell)
    return earned && cell.points !== null
      ? t('withPoints', { percent, earned: formatScore(earned).text, points: cell.points })
      : t('justPercent', { percent })
  }
}

/** What stands in a cell, and what it is made of. */
export function GradeStanding({ details, cell }: { details: GradeDetails; cell: GradeCell }) {
  const t = useTranslations('gradebook')
  const inWords = useGrade()
  const { override, rules, timeZone } = details
  const rows = [
    [t('standing'), cell.state === 'excused' ? t('states.excused') : inWords(cell)] as const,
    ...(cell.state === 'graded' || cell.state === 'excused'
      ? []
      : [[t('what'), t(`states.${cell.state}`)] as const]),
  ]
  return (
    <div className="grid gap-3">
      <dl className="rules">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {cell.isLate && (
        <p>
          <State state="late">{t('isLate')}</State>
        </p>
      )}
      {override && (
        <>
          <p className="max-w-xl">
            {t('setBy', {
              name: override.by ?? t('someone'),
              at: zonedText(override.at, timeZone),
              reason: override.reason,
            })}
          </p>
          <p>
            {cell.computed
              ? t('computed', { grade: inWords({ grade: cell.computed, points: cell.points }) })
              : t('computedNone')}
          </p>
        </>
      )}
      <p className="cap">
        {rules.attempts !== 1 && <>{t(`method.${rules.grading}`)} </>}
        {details.dueAt && t(`latePolicy.${rules.late}`, { percent: rules.latePercent })}
      </p>
    </div>
  )
}
