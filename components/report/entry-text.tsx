import { useTranslations } from 'next-intl'
import { toNumber } from '@/lib/domain/fraction'
import type { BookEntry } from '@/lib/domain/gradebook-report'
import { shareText } from './report-words'

/** A grade in per cent, else how it stands, in words; late is said in words, too. */
export function EntryText({ entry: { cell } }: { entry: BookEntry }) {
  const t = useTranslations('report')
  if (cell.state !== 'graded') return <>{t(`states.${cell.state}`)}</>
  return (
    <>
      {cell.grade ? shareText(toNumber(cell.grade)) : t('states.graded')}
      {cell.isLate && <span className="small block">{t('isLate')}</span>}
    </>
  )
}
