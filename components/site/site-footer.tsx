import { useTranslations } from 'next-intl'
import { ABOUT_PAGES } from './about-text'

/** The foot of every page. Only pages that exist are linked. */
export function SiteFooter() {
  const t = useTranslations('site')
  const about = useTranslations('about')
  return (
    <footer className="foot">
      <span>{t('footer')}</span>
      {ABOUT_PAGES.map((page) => (
        <a key={page} href={`/about/${page}`}>
          {about(`${page}.title`)}
        </a>
      ))}
    </footer>
  )
}
