import { useTranslations } from 'next-intl'
import { Strip } from '@/components/ui/strip'

/** The title of the review and how far it has come today. */
export function ReviewHead({ done, left }: { done: number; left: number }) {
  const t = useTranslations('reviewing')
  const all = done + left
  const cells = Array.from({ length: all }, (_, place) =>
    place < done ? 'done' : place === done ? 'now' : 'ahead',
  )
  return (
    <header className="review-head">
      <h1 tabIndex={-1}>{t('title')}</h1>
      {all > 0 && (
        <div>
          <p className="cap">{t('count', { done, all })}</p>
          <Strip cells={cells} label={t('count', { done, all })} />
        </div>
      )}
    </header>
  )
}
