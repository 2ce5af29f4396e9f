import { useTranslations } from 'next-intl'

/** The foot of every page. Only pages that exist are linked. */
export function SiteFooter({ links = [] }: { links?: readonly { label: string; href: string }[] }) {
  const t = useTranslations('site')
  return (
    <footer className="foot">
      <span>{t('footer')}</span>
      {links.map(({ label, href }) => (
        <a key={href} href={href}>
          {label}
        </a>
      ))}
    </footer>
  )
}
