import { useTranslations } from 'next-intl'
import { REMEDIES, type Remedy } from '@/lib/domain/treatment'

/** The ways to put a question right: addresses of the page, the present one marked. */
export function RemedyLinks({ current }: { current: Remedy }) {
  const t = useTranslations('corrections')
  return (
    <nav aria-label={t('choose')} className="place-bar">
      <ul>
        {REMEDIES.map((remedy) => (
          <li key={remedy}>
            <a
              href={`?remedy=${remedy}#put`}
              aria-current={remedy === current ? 'page' : undefined}
            >
              {t(`ways.${remedy}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
