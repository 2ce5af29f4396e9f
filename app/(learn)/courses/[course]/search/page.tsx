import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CourseHead } from '@/components/course/course-head'
import { SearchHits } from '@/components/course/search-hits'
import { Page } from '@/components/site/page'
import { EmptyState } from '@/components/ui/empty-state'
import { findViewer } from '@/lib/auth/viewer'
import { findCourse } from '@/lib/content/library'
import { searchCourse } from '@/lib/data/search'
import { readQuery } from '@/lib/domain/search'

type Props = {
  params: Promise<{ course: string }>
  searchParams: Promise<{ q?: string | string[] }>
}

const MOST = 40

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const course = await findCourse((await params).course)
  const query = readQuery([(await searchParams).q].flat()[0])
  const t = await getTranslations('search')
  if (!course) return {}
  return { title: query === '' ? t('title') : t('pageTitle', { query }), robots: { index: false } }
}

export default async function SearchPage({ params, searchParams }: Props) {
  const course = (await findCourse((await params).course)) ?? notFound()
  const query = readQuery([(await searchParams).q].flat()[0])
  const t = await getTranslations('search')
  const hits = query === '' ? [] : await searchCourse(course.slug, query, MOST)
  return (
    <Page viewer={await findViewer()} current="courses">
      <CourseHead course={course} current="search" query={query} />
      <h1>{query === '' ? t('title') : t('heading', { query })}</h1>
      {query === '' && <p className="lead my-5">{t('lead')}</p>}
      {query !== '' && (
        <p className="cap my-4">
          {hits.length === MOST ? t('many', { count: MOST }) : t('found', { count: hits.length })}
        </p>
      )}
      {query !== '' && hits.length === 0 && (
        <EmptyState title={t('none')}>
          <p>{t('noneHelp')}</p>
        </EmptyState>
      )}
      <SearchHits courseSlug={course.slug} hits={hits} />
    </Page>
  )
}
