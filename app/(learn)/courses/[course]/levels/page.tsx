import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { LevelRules } from '@/components/progress/level-rules'
import { Page } from '@/components/site/page'
import { Crumbs } from '@/components/ui/crumbs'
import { findCourse, listCourses } from '@/lib/content/library'

type Props = { params: Promise<{ course: string }> }

/** The same for everybody, so it is made once, at the build. */
export const dynamic = 'force-static'
export const dynamicParams = false

export const generateStaticParams = async () =>
  (await listCourses()).map(({ slug }) => ({ course: slug }))

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mastery.rule'))('title') }
}

export default async function LevelsPage({ params }: Props) {
  const course = (await findCourse((await params).course)) ?? notFound()
  const t = await getTranslations('mastery.rule')
  return (
    <Page current="courses" width="text">
      <Crumbs
        items={[
          { label: course.file.title, href: `/courses/${course.slug}` },
          { label: t('crumb') },
        ]}
      />
      <h1 className="mt-2">{t('title')}</h1>
      <p className="lead my-5">{t('lead')}</p>
      <LevelRules />
      <p className="cap mt-6">
        {t('source')} <a href={t('sourceUrl')}>{t('sourceName')}</a>
      </p>
    </Page>
  )
}
