import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { Brand } from './brand'
import { ThemeSwitch } from './theme-switch'

export const SITE_PLACES = ['courses', 'review', 'progress', 'classes'] as const
export type SitePlace = (typeof SITE_PLACES)[number]
export type SiteLinks = Record<SitePlace, string>

export const SITE_LINKS: SiteLinks = {
  courses: '/#courses',
  review: '/review',
  progress: '/progress',
  classes: '/classes',
}

/** Null where nobody is signed in; `unknown` on static pages, which cannot tell. */
export type SiteViewer = { name: string; isGuest: boolean } | null | 'unknown'

function Places({ links, current }: { links: SiteLinks; current: SitePlace | undefined }) {
  const t = useTranslations('site')
  return SITE_PLACES.map((place) => (
    <a key={place} href={links[place]} aria-current={place === current ? 'page' : undefined}>
      {t(`place.${place}`)}
    </a>
  ))
}

function Person({ viewer }: { viewer: SiteViewer }) {
  const t = useTranslations('site')
  if (viewer === 'unknown') return <a href="/account">{t('account')}</a>
  if (viewer === null || viewer.isGuest) return <a href="/sign-in">{t('signIn')}</a>
  return (
    <a href="/account">
      <span className="vh">{t('accountOf')}</span> {viewer.name}
    </a>
  )
}

/**
 * The bar on top of every page, with the link past it. On narrow screens its links stand in a
 * menu that opens without JavaScript.
 */
export function SiteHeader({
  viewer,
  current,
  links,
}: {
  viewer: SiteViewer
  current?: SitePlace | undefined
  links: SiteLinks
}) {
  const t = useTranslations('site')
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <header className="bar">
        <Brand name={t('name')} />
        <nav className="bar-places" aria-label={t('mainNavigation')}>
          <Places links={links} current={current} />
        </nav>
        <div className="bar-end">
          <ThemeSwitch />
          <div className="bar-person">
            <Person viewer={viewer} />
          </div>
          <details className="bar-menu">
            <summary className="btn quiet">
              <Icon name="menu" />
              {t('menu')}
            </summary>
            <nav className="bar-panel" aria-label={t('mainNavigation')}>
              <Places links={links} current={current} />
              <Person viewer={viewer} />
            </nav>
          </details>
        </div>
      </header>
    </>
  )
}
