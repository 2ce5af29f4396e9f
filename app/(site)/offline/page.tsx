import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { KeptLessons } from '@/components/offline/kept-lessons'
import { Page } from '@/components/site/page'
import { listCourses } from '@/lib/content/library'

/** The same for everybody, and kept on devices: so it is made once, at the build. */
export const dynamic = 'force-static'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('offline'))('title'), robots: { index: false } }
}

export default async function OfflinePage() {
  const t = await getTranslations('offline')
  const lessons = (await listCourses()).flatMap(({ slug, lessons: all }) =>
    all.map((lesson) => ({
      href: `/courses/${slug}/lessons/${lesson.slug}`,
      title: lesson.head.title,
    })),
  )
  return (
    <Page width="text">
      <h1>{t('title')}</h1>
      <p className="lead my-5">{t('lead')}</p>
      <KeptLessons lessons={lessons} words={{ none: t('none'), some: t('some') }} />
      <p className="cap mt-6">{t('answers')}</p>
    </Page>
  )
}
