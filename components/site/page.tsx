import type { ReactNode } from 'react'
import { SiteFooter } from './site-footer'
import {
  SITE_LINKS,
  SiteHeader,
  type SiteLinks,
  type SitePlace,
  type SiteViewer,
} from './site-header'

const widths = { full: 'page', text: 'page page-text' } as const

/**
 * A whole page: bar, main part, foot. `text` keeps the main part to the reading measure, for forms
 * and short texts. Static pages leave `viewer` at `unknown`.
 */
export function Page({
  viewer = 'unknown',
  current,
  links = SITE_LINKS,
  width = 'full',
  children,
}: {
  viewer?: SiteViewer
  current?: SitePlace | undefined
  links?: SiteLinks
  width?: keyof typeof widths
  children: ReactNode
}) {
  return (
    <>
      <SiteHeader viewer={viewer} current={current} links={links} />
      <main id="main" className={widths[width]} tabIndex={-1}>
        {children}
      </main>
      <SiteFooter />
    </>
  )
}
