import { useTranslations } from 'next-intl'
import { fraction } from '@/lib/domain/fraction'
import { formatScore } from '@/lib/domain/score-format'
import { BILLION } from '@/lib/domain/weighting'

/** A total in per cent, from billionths; words where nothing counts yet. */
export function TotalText({ total }: { total: number }) {
  const t = useTranslations('gradebook')
  if (total < 0) return <>{t('noTotal')}</>
  return <>{t('percent', { percent: formatScore(fraction(total, BILLION / 100)).text })}</>
}
