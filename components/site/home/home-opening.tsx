import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { ScaleFigure } from './scale-figure'

/** Headline, what this is, the one main action, and the figure. */
export function HomeOpening({
  action,
  joinHref = '/join',
}: {
  /** The main button: where to begin or to go on. */
  action: { label: string; href: string }
  joinHref?: string
}) {
  const t = useTranslations('site.home')
  return (
    <>
      <div className="hero">
        <h1>{t('title')}</h1>
        <div>
          <p className="lead">{t('lead')}</p>
          <div className="acts">
            <ButtonLink variant="main" href={action.href}>
              {action.label}
            </ButtonLink>
            <ButtonLink href={joinHref}>{t('join')}</ButtonLink>
          </div>
        </div>
      </div>
      <ScaleFigure />
    </>
  )
}
