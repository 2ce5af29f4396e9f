import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** What may be changed of one person, folded away; each is heard with whom it is about. */
export function ChangeOf({ name, children }: { name: string; children: ReactNode }) {
  const t = useTranslations('people')
  return (
    <details>
      <summary>
        <span aria-hidden="true">{t('change')}</span>
        <span className="vh">{t('changeOf', { name })}</span>
      </summary>
      {children}
    </details>
  )
}
