import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CourseHead } from '@/components/course/course-head'
import { CourseSource } from '@/components/course/course-source'
import { SourcesList } from '@/components/course/sources-list'
import { Page } from '@/components/site/page'
import { findCourse, listCourses } from '@/lib/content/library'
import { citationsByFact } from '@/lib/domain/citations'

type Props = { params: Promise<{ course: string }> }

/** The same for everybody, so it is made once, at the build. */
export const dynamic = 'force-static'
export const dynamicParams = false

export async function generateStaticParams() {
  return (await listCourses()).map(({ slug }) => ({ course: slug }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const course = await findCourse((await params).course)
  const t = await getTranslations('sources')
  return course ? { title: t('pageTitle', { course: course.file.title }) } : {}
}

export default async function SourcesPage({ params }: Props) {
  const course = (await findCourse((await params).course)) ?? notFound()
  const t = await getTranslations('sources')
  const citations = citationsByFact(course)
  const letters = [...new Set(course.facts.map(({ id }) => id.charAt(0)))]
  const topicOf = (letter: string) => course.file.topics[letter] ?? letter
  return (
    <Page current="courses">
      <CourseHead course={course} current="sources" />
      <h1>{t('title')}</h1>
      <p className="lead my-5">{t('lead', { count: course.facts.length })}</p>
      <p className="max-w-measure">{t('marks')}</p>
      <div className="mt-8 max-w-measure">
        <CourseSource course={course.file} />
      </div>
      <nav aria-label={t('topics')} className="topics">
        <ul>
          {letters.map((letter) => (
            <li key={letter}>
              <a href={`#topic-${letter}`}>{topicOf(letter)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {letters.map((letter) => (
        <section key={letter} className="sources" aria-labelledby={`topic-${letter}`}>
          <h2 id={`topic-${letter}`}>{topicOf(letter)}</h2>
          <SourcesList
            courseSlug={course.slug}
            entries={course.facts
              .filter(({ id }) => id.startsWith(letter))
              .flatMap((fact) => {
                const cited = citations.get(fact.id)
                return cited ? [{ fact, citations: cited }] : []
              })}
          />
        </section>
      ))}
    </Page>
  )
}
