import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CourseHead } from '@/components/course/course-head'
import { GlossaryList } from '@/components/course/glossary-list'
import { Page } from '@/components/site/page'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { findViewer } from '@/lib/auth/viewer'
import { findCourse } from '@/lib/content/library'
import { lessonsByTerm } from '@/lib/domain/citations'
import { termsMatching } from '@/lib/domain/glossary'
import { LONGEST_QUERY, readQuery } from '@/lib/domain/search-words'

type Props = {
  params: Promise<{ course: string }>
  searchParams: Promise<{ q?: string | string[] }>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const found = await findCourse((await params).course)
  const query = readQuery([(await searchParams).q].flat()[0])
  const t = await getTranslations('glossary')
  if (!found) return {}
  const course = found.file.title
  if (query === '') return { title: t('pageTitle', { course }) }
  return {
    title: t('foundTitle', { count: termsMatching(found.terms, query).length, query, course }),
  }
}

export default async function GlossaryPage({ params, searchParams }: Props) {
  const course = (await findCourse((await params).course)) ?? notFound()
  const query = readQuery([(await searchParams).q].flat()[0])
  const t = await getTranslations('glossary')
  const here = `/courses/${course.slug}/glossary`
  const terms = termsMatching(course.terms, query)
  const lessons = lessonsByTerm(course.lessons)
  return (
    <Page viewer={await findViewer()} current="courses">
      <CourseHead course={course} current="glossary" />
      <h1>{t('title')}</h1>
      <p className="lead my-5">{t('lead', { count: course.terms.length })}</p>
      <form action={here} className="filter">
        <Field
          label={t('filter')}
          name="q"
          type="search"
          defaultValue={query}
          maxLength={LONGEST_QUERY}
          autoComplete="off"
        />
        <Button type="submit">{t('show')}</Button>
        {query !== '' && <a href={here}>{t('all')}</a>}
      </form>
      {query !== '' && <p className="cap my-4">{t('found', { count: terms.length, query })}</p>}
      {terms.length === 0 ? (
        <EmptyState title={t('none')}>
          <p>{t('noneHelp')}</p>
        </EmptyState>
      ) : (
        <GlossaryList
          courseSlug={course.slug}
          entries={terms.map((term) => ({ term, lessons: lessons.get(term.id) ?? [] }))}
        />
      )}
    </Page>
  )
}
