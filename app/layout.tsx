import './globals.css'
import type { Metadata, Viewport } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ServiceWorker } from '@/components/offline/service-worker'
import { ThemeScript } from '@/components/site/theme-script'
import { brygada, brygadaItalic, instrument } from './fonts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site')
  return {
    title: { default: t('name'), template: `%s · ${t('name')}` },
    description: t('description'),
    referrer: 'same-origin',
  }
}

export const viewport: Viewport = { colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const trouble = (await getTranslations('trouble')).raw('broken')
  return (
    <html
      lang="en"
      className={`${brygada.variable} ${brygadaItalic.variable} ${instrument.variable}`}
      suppressHydrationWarning
    >
      <head>
        <ThemeScript />
      </head>
      {/* The error page is made in the browser; its words travel here, the catalogue stays away. */}
      <body data-trouble={JSON.stringify(trouble)}>
        {children}
        <ServiceWorker />
      </body>
    </html>
  )
}
