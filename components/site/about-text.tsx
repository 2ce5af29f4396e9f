import { useTranslations } from 'next-intl'

export const ABOUT_PAGES = ['sources', 'accessibility', 'privacy'] as const
export type AboutPage = (typeof ABOUT_PAGES)[number]

/** One of the pages that the foot of the site leads to. */
export function AboutText({ page }: { page: AboutPage }) {
  const t = useTranslations('about')
  const parts = t.raw(`${page}.parts`) as { title: string; text: string }[]
  return (
    <>
      <h1>{t(`${page}.title`)}</h1>
      {parts.map(({ title, text }) => (
        <section key={title} className="mt-8">
          <h2 className="text-l">{title}</h2>
          <p className="mt-2 max-w-measure">{text}</p>
        </section>
      ))}
    </>
  )
}
