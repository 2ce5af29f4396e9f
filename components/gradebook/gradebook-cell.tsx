import { useTranslations } from 'next-intl'
import { ScoreText } from '@/components/result/score-text'
import { Icon, type IconName } from '@/components/ui/icon'
import type { CellState } from '@/lib/domain/gradebook'
import { pointsOf } from '@/lib/domain/gradebook'
import type { ShownCell } from '@/lib/domain/gradebook-row'
import { percentOf } from '@/lib/domain/score-format'

const signs: Record<Exclude<CellState, 'graded'>, IconName | null> = {
  'under-way': 'saving',
  missing: 'blank',
  ahead: null,
  excused: null,
}

function Standing({ cell }: { cell: ShownCell }) {
  const t = useTranslations('classes')
  const { state, grade, points } = cell
  if (state !== 'graded') {
    const sign = signs[state]
    const word = t(`cell.${state}`)
    return sign ? <Icon name={sign} label={word} /> : word
  }
  const earned = pointsOf(cell)
  if (earned && points !== null) return <ScoreText earned={earned} points={points} />
  return grade && <>{t('percent', { percent: percentOf(grade) })}</>
}

/** A cell of the gradebook, which leads to the page about it. */
export function GradebookCell({ cell, href }: { cell: ShownCell; href: string }) {
  const t = useTranslations('classes')
  const { state, attempts, isLate, isOverridden, hasComment } = cell
  const isGraded = state === 'graded'
  return (
    <>
      {hasComment && <Icon name="document" label={t('cell.comment')} />}{' '}
      {isGraded && isOverridden && <Icon name="pencil" label={t('cell.overridden')} />}{' '}
      {isLate && <Icon name="clock" label={t('cell.late')} />}{' '}
      <a href={href}>
        <Standing cell={cell} />
      </a>
      {isGraded && attempts > 1 && (
        <span className="small block">{t('tries', { count: attempts })}</span>
      )}
    </>
  )
}

const legend = [
  ['blank', 'missing'],
  ['saving', 'under-way'],
  ['clock', 'late'],
  ['pencil', 'overridden'],
  ['document', 'comment'],
] as const satisfies [IconName, string][]

/** What the signs in the cells mean, in words. */
export function GradebookLegend() {
  const t = useTranslations('classes')
  return (
    <p className="cap mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
      {legend.map(([icon, word]) => (
        <span key={icon} className="inline-flex items-center gap-2">
          <Icon name={icon} /> {t(`cell.${word}`)}
        </span>
      ))}
      <span>{t('gradebookHelp')}</span>
    </p>
  )
}
