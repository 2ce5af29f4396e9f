import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/**
 * The scrolling frame of a table, both named by `label`; `children` are its head and body. The region
 * can be focused, so that the keyboard slides it. Numbers stand in cells of the class `n`.
 */
export function DataTable({ label, children }: { label: string; children: ReactNode }) {
  const t = useTranslations('ui')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable
    <section className="slide" aria-label={label} tabIndex={0}>
      <p className="slide-hint small" aria-hidden="true">
        {t('slide')}
      </p>
      <table className="data">
        <caption className="vh">{label}</caption>
        {children}
      </table>
    </section>
  )
}
