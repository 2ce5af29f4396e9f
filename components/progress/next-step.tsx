import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'

/** The one thing recommended now, with its reason. `action` is the main button's label. */
export function NextStep({
  title,
  reason,
  href,
  action,
  look = null,
}: {
  title: string
  reason: string
  href: string
  action: string
  /** A quieter way beside it. */
  look?: { href: string; label: string } | null
}) {
  const t = useTranslations('progress')
  return (
    <section className="next-step" aria-labelledby="next-step">
      <div>
        <p className="tag">{t('next')}</p>
        <h2 id="next-step">{title}</h2>
        <p>{reason}</p>
      </div>
      <div className="acts">
        <ButtonLink variant="main" href={href}>
          {action}
        </ButtonLink>
        {look && <ButtonLink href={look.href}>{look.label}</ButtonLink>}
      </div>
    </section>
  )
}
