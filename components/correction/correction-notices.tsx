import { useTranslations } from 'next-intl'
import { zonedText } from '@/components/assignment/zoned'
import { Notice } from '@/components/ui/notice'
import type { CorrectionNotice } from '@/lib/domain/treatment'

/** What was put right about a question, why, when, and what it came to in this attempt. */
export function CorrectionNotices({
  corrections,
  timeZone,
}: {
  corrections: readonly CorrectionNotice[]
  timeZone: string
}) {
  const t = useTranslations('corrections.notice')
  return corrections.map(({ id, remedy, at, reason, outcome }) => (
    <div key={id} className="mt-3">
      <Notice tone="information" title={t(remedy, { at: zonedText(at, timeZone) })}>
        <p className="whitespace-pre-line">{reason === null ? t('later') : t('why', { reason })}</p>
        {outcome !== null && outcome !== 'applied' && <p>{t(outcome)}</p>}
      </Notice>
    </div>
  ))
}
