import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { AssignForm } from '@/components/classes/assign-form'
import { AssignmentList } from '@/components/classes/assignment-list'
import { Gradebook } from '@/components/classes/gradebook'
import { OwnGradesTable } from '@/components/gradebook/own-grades'
import { TotalRules } from '@/components/gradebook/total-rules'
import { ViewForm } from '@/components/gradebook/view-form'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { Crumbs } from '@/components/ui/crumbs'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { requireMember } from '@/lib/auth/viewer'
import { findAttendedClass } from '@/lib/data/attended'
import { findTaughtClass } from '@/lib/data/classes'
import { listGradebook } from '@/lib/data/gradebook'
import { findOwnGrades } from '@/lib/data/own-grades'
import { listQuizzes } from '@/lib/data/quizzes'
import { type AttendedClass, isTeaching, shownCode, type TaughtClass } from '@/lib/domain/class'
import { BY_NAME, queryOf, readPlace, readView } from '@/lib/domain/gradebook-view'
import { ownGradesOf } from '@/lib/domain/own-grades'
import type { Viewer } from '@/lib/domain/viewer'

type Props = {
  params: Promise<{ classId: string }>
  searchParams: Promise<Record<string, string | string[]>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('classes'))('class') }
}

async function Taught({
  viewer,
  taught,
  query,
}: {
  viewer: Viewer
  taught: TaughtClass
  query: object
}) {
  const t = await getTranslations('classes')
  const people = await getTranslations('people')
  const words = await getTranslations('gradebook')
  const asked = readView(query)
  const isKnown =
    ['name', 'total'].includes(asked.sort) ||
    taught.quizzes.some(({ assignmentId }) => assignmentId === asked.sort)
  const view = isKnown ? asked : { ...asked, sort: BY_NAME.sort }
  const place = readPlace(query)
  const { rows, next } = await listGradebook(viewer, taught.id, view, place, new Date())
  const isEmpty = rows.length === 0 && queryOf(view) === '' && !place
  const quizzes = await listQuizzes()
  const code = taught.code && shownCode(taught.code)
  const mayTeach = isTeaching(taught.role) && !taught.archivedAt
  return (
    <>
      {taught.archivedAt && (
        <div className="mt-6 max-w-xl">
          <Notice tone="information" title={t('over')}>
            <p>{t('overText')}</p>
          </Notice>
        </div>
      )}
      <p className="mt-6 flex flex-wrap gap-3">
        <ButtonLink href={`/classes/${taught.id}/people`}>{people('toPeople')}</ButtonLink>
        <ButtonLink href={`/classes/${taught.id}/weights`}>{words('toWeights')}</ButtonLink>
      </p>
      <section className="mt-8" aria-labelledby="gradebook-title">
        <h2 id="gradebook-title" className="mb-4">
          {t('gradebook')}
        </h2>
        {taught.quizzes.length === 0 && <p className="mb-4">{t('noQuizzes')}</p>}
        {taught.quizzes.length > 0 && rows.length === 0 && (
          <p className="mb-4">
            {t('setSoFar', { titles: taught.quizzes.map(({ title }) => title).join(', ') })}
          </p>
        )}
        {isEmpty ? (
          <EmptyState title={t('noStudents')}>
            {code ? t('noStudentsText', { code }) : t('noStudentsObserved')}
          </EmptyState>
        ) : (
          <>
            <ViewForm view={view} quizzes={taught.quizzes} />
            <Gradebook
              classId={taught.id}
              quizzes={taught.quizzes}
              rows={rows}
              view={view}
              more={next && `?${queryOf(view, next)}`}
            />
          </>
        )}
      </section>
      {mayTeach && (
        <section aria-labelledby="assign-title" className="mt-16 grid content-start gap-4">
          <h2 id="assign-title">{t('assignTitle')}</h2>
          <AssignForm
            classId={taught.id}
            quizzes={quizzes.filter(({ modes }) => modes.includes('test'))}
          />
        </section>
      )}
    </>
  )
}

async function Attended({ viewer, attended }: { viewer: Viewer; attended: AttendedClass }) {
  const t = await getTranslations('classes')
  const report = await getTranslations('report')
  const words = await getTranslations('gradebook')
  const found = await findOwnGrades(viewer, attended.id)
  return (
    <>
      <p className="lead my-5">{t('taughtBy', { names: attended.teachers.join(', ') })}</p>
      <section className="mt-8" aria-labelledby="set-title">
        <h2 id="set-title" className="mb-4">
          {t('set')}
        </h2>
        <AssignmentList assignments={attended.assignments} />
      </section>
      {found && found.taken.length > 0 && (
        <section className="mt-12" aria-labelledby="grades-title">
          <h2 id="grades-title" className="mb-4">
            {words('ownTitle')}
          </h2>
          <OwnGradesTable
            own={ownGradesOf(found.taken, found.extraTime, found.weighting, new Date())}
          />
          <h3 className="mt-6 mb-3">{words('rulesTitle')}</h3>
          <TotalRules weighting={found.weighting} />
          <p className="mt-5">
            <a href={`/classes/${attended.id}/students/${viewer.id}/report`}>{report('own')}</a>
          </p>
        </section>
      )}
    </>
  )
}

export default async function ClassPage({ params, searchParams }: Props) {
  const { classId } = await params
  const viewer = await requireMember(`/classes/${classId}`)
  if (!z.uuid().safeParse(classId).success) notFound()
  const taught = await findTaughtClass(viewer, classId)
  const attended = taught ? null : await findAttendedClass(viewer, classId)
  const found = taught ?? attended ?? notFound()
  const t = await getTranslations('classes')
  return (
    <Page viewer={viewer} current="classes">
      <Crumbs items={[{ label: t('crumb'), href: '/classes' }, { label: found.name }]} />
      <h1 className="mt-2">{found.name}</h1>
      {taught && <Taught viewer={viewer} taught={taught} query={await searchParams} />}
      {attended && <Attended viewer={viewer} attended={attended} />}
    </Page>
  )
}
