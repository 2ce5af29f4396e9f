import { useTranslations } from 'next-intl'
import type { Fraction } from '@/lib/domain/fraction'
import { formatScore } from '@/lib/domain/score-format'

/** "8.5 of 11" in a table cell. */
export function ScoreText({ earned, points }: { earned: Fraction; points: number }) {
  const t = useTranslations('result')
  return <>{t('cell', { earned: formatScore(earned).text, points })}</>
}
