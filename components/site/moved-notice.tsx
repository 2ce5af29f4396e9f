import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import type { Holdings } from '@/lib/domain/holdings'

/** What was done without an account and is in it now. */
export function MovedNotice({ moved }: { moved: Holdings | null }) {
  const t = useTranslations('moved')
  if (!moved) return null
  return (
    <div className="my-6">
      <Notice tone="information" title={t('title')}>
        {t('text', { ...moved })}
      </Notice>
    </div>
  )
}
