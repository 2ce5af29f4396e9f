import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { fraction } from '@/lib/domain/fraction'
import type { OwnGrade, OwnGrades } from '@/lib/domain/own-grades'
import { BILLION } from '@/lib/domain/weighting'
import { percentText } from './percent'

/** One grade of a student's own, why it was set where it was, and what they were told. */
export function OwnGradeText({
  own: { cell, grade, isHidden, reason, comment },
}: {
  own: OwnGrade
}) {
  const t = useTranslations('gradebook')
  return (
    <>
      {grade
        ? t('percent', { percent: percentText(grade) })
        : t(isHidden ? 'ownHidden' : `ownStates.${cell.state}`)}
      {cell.isLate && <span className="cap block">{t('isLate')}</span>}
      {reason && <span className="cap block">{t('ownSet', { reason })}</span>}
      {comment && (
        <span className="cap block whitespace-pre-line">{t('ownComment', { text: comment })}</span>
      )}
    </>
  )
}

/** A student's own line of the gradebook, with the total. */
export function OwnGradesTable({ own: { grades, total } }: { own: OwnGrades }) {
  const t = useTranslations('gradebook')
  return (
    <>
      <DataTable label={t('ownTitle')}>
        <thead>
          <tr>
            <th scope="col">{t('ownQuiz')}</th>
            <th scope="col">{t('ownGrade')}</th>
            <th scope="col" className="n">
              {t('ownPart')}
            </th>
          </tr>
        </thead>
        <tbody>
          {grades.map((own) => (
            <tr key={own.assignmentId}>
              <th scope="row">{own.title}</th>
              <td>
                <OwnGradeText own={own} />
              </td>
              <td className="n">{t('percent', { percent: (own.part * 100).toFixed(1) })}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className="mt-4">
        <strong>
          {total === null
            ? t('ownWithheld')
            : total < 0
              ? t('ownNoTotal')
              : t('ownTotal', { percent: percentText(fraction(total, BILLION)) })}
        </strong>
      </p>
    </>
  )
}
