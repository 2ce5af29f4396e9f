import { useTranslations } from 'next-intl'
import type { BookEntry } from '@/lib/domain/gradebook-report'
import { gradeText } from './report-words'

/** What else is so of a grade, in words: late, set by the teacher. Null where nothing is. */
export function useMarks({ cell }: Pick<BookEntry, 'cell'>): string | null {
  const t = useTranslations('report')
  const marks = [cell.isLate && t('isLate'), cell.isOverridden && t('overridden')]
  return marks.filter(Boolean).join(', ') || null
}

/** A grade in per cent, else how it stands, in words. */
export function EntryText({ entry }: { entry: BookEntry }) {
  const t = useTranslations('report')
  const marks = useMarks(entry)
  const { state, grade } = entry.cell
  if (state !== 'graded') return <>{t(`states.${state}`)}</>
  return (
    <>
      {grade ? gradeText(grade) : t('states.graded')}
      {marks && <span className="small block">{marks}</span>}
    </>
  )
}
