import { useTranslations } from 'next-intl'

/** Where this page stands; the last item is the page itself and needs no address. */
export function Crumbs({ items }: { items: readonly { label: string; href?: string }[] }) {
  const t = useTranslations('ui')
  return (
    <nav aria-label={t('crumbs')}>
      <ol className="crumbs">
        {items.map((item) => (
          <li key={item.label}>
            {item.href ? (
              <a href={item.href}>{item.label}</a>
            ) : (
              <span aria-current="page">{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
