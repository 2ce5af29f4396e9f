import { useTranslations } from 'next-intl'
import type { Weighting } from '@/lib/domain/weighting'

/** How the total of a class is made, in words. */
export function TotalRules({ weighting: { categories, missing } }: { weighting: Weighting }) {
  const t = useTranslations('gradebook')
  return (
    <ul className="grid max-w-xl list-disc gap-1 pl-5">
      <li>{t(categories.length > 0 ? 'ruleMean' : 'rulePlain')}</li>
      <li>{t(`ruleMissing.${missing}`)}</li>
      <li>{t('ruleExcused')}</li>
    </ul>
  )
}
