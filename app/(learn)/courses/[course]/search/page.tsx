import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CourseHead } from '@/components/course/course-head'
import { SearchAnswer } from '@/components/course/search-answer'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { findViewer } from '@/lib/auth/viewer'
import { findCourse } from '@/lib/content/library'
import { searchCourse } from '@/lib/data/search'
import { readQuery } from '@/lib/domain/search-words'
import { corrected, vocabularyOf } from '@/lib/domain/spelling'

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
  const answer = query === '' ? null : await searchCourse(course.slug, query, MOST)
  return (
    <Page viewer={await findViewer()} current="courses">
      <CourseHead course={course} current="search" query={query} />
      <h1>{query === '' ? t('title') : t('heading', { query })}</h1>
      {answer === null && <p className="lead my-5">{t('lead')}</p>}
      {answer?.ok === false && <Notice tone="trouble">{t(answer.rejection)}</Notice>}
      {answer?.ok && (
        <SearchAnswer
          course={course}
          found={answer.value}
          most={MOST}
          meant={corrected(query, answer.value.unknown, vocabularyOf(course))}
        />
      )}
    </Page>
  )
}
