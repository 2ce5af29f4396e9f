import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { LevelMark } from '@/components/progress/level-mark'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { Crumbs } from '@/components/ui/crumbs'
import { findViewer } from '@/lib/auth/viewer'
import { findCourse } from '@/lib/content/library'
import { findOwnCertificate } from '@/lib/data/certificates'
import { findEvidence } from '@/lib/data/evidence'
import { missingFor } from '@/lib/domain/certificate'
import { type Level, levelsAfter } from '@/lib/domain/mastery'
import { planOf } from '@/lib/domain/release'
import { makeCertificate } from './actions'

type Props = { params: Promise<{ course: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('certificate'))('title') }
}

export default async function CourseCertificatePage({ params }: Props) {
  const course = (await findCourse((await params).course)) ?? notFound()
  const viewer = await findViewer()
  const t = await getTranslations('certificate')
  const own = viewer && (await findOwnCertificate(viewer, course.slug))
  const levels: ReadonlyMap<string, Level> = viewer
    ? levelsAfter(await findEvidence(viewer, course.slug, new Date()))
    : new Map()
  const objectives = planOf(course).lessons.flatMap((lesson) => lesson.objectives)
  const missing = new Set(
    missingFor(
      objectives.map(({ id }) => id),
      levels,
    ),
  )
  return (
    <Page viewer={viewer} current="courses" width="text">
      <Crumbs
        items={[
          { label: course.file.title, href: `/courses/${course.slug}` },
          { label: t('crumb') },
        ]}
      />
      <h1 className="mt-2">{t('title')}</h1>
      <p className="lead my-5">{t('lead')}</p>
      {own ? (
        <p>
          <ButtonLink variant="main" href={`/certificates/${own.id}`}>
            {t('toOwn')}
          </ButtonLink>
        </p>
      ) : missing.size === 0 && viewer && !viewer.isGuest ? (
        <ActionForm
          action={makeCertificate}
          submit={t('make')}
          main
          hidden={{ course: course.slug, back: `/courses/${course.slug}/certificate` }}
          fields={[
            {
              name: 'name',
              label: t('name'),
              help: t('nameHelp'),
              defaultValue: viewer.name,
              maxLength: 80,
            },
          ]}
        />
      ) : (
        <>
          <p>
            {missing.size === 0
              ? t('needsAccount')
              : t('missing', { count: missing.size, all: objectives.length })}{' '}
            {missing.size === 0 && (
              <a href={`/sign-up?next=/courses/${course.slug}/certificate`}>{t('signUp')}</a>
            )}
          </p>
          <ul className="level-rules mt-6">
            {objectives
              .filter(({ id }) => missing.has(id))
              .map(({ id, text }) => (
                <li key={id}>
                  <LevelMark seed={id} level={levels.get(id) ?? 'not-started'} />
                  <span>{text}</span>
                </li>
              ))}
          </ul>
        </>
      )}
    </Page>
  )
}
