import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { BehindTable } from '@/components/analysis/behind-table'
import { FactWords } from '@/components/analysis/fact-words'
import { addressOf, behindAddress } from '@/components/analysis/which-links'
import { SetTabs } from '@/components/assignment/set-tabs'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { Crumbs } from '@/components/ui/crumbs'
import { requireMember } from '@/lib/auth/viewer'
import { listBehind } from '@/lib/data/behind'
import { findAnalysable, findSummary } from '@/lib/data/item-analysis'
import { findVersion } from '@/lib/data/quizzes'
import { foldAssignment } from '@/lib/data/rollups'
import { byName } from '@/lib/domain/behind'
import { readFact } from '@/lib/domain/fact'
import { WHICH } from '@/lib/domain/item-analysis'
import { tellFact } from '@/lib/domain/told-fact'

type Props = {
  params: Promise<{ classId: string; quizId: string }>
  searchParams: Promise<Record<string, string | string[]>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('analysis.behindFigure')
  return { title: t('title'), robots: { index: false } }
}

const querySchema = z.object({
  which: z.enum(WHICH).catch('first'),
  of: z.string().catch(''),
})
/** Where a page of the list begins. */
const afterSchema = z.object({ since: z.iso.datetime().pipe(z.coerce.date()), after: z.uuid() })

export default async function BehindPage({ params, searchParams }: Props) {
  const { classId, quizId } = await params
  const home = `/classes/${classId}/quizzes/${quizId}/analysis`
  const viewer = await requireMember(home)
  if (!z.tuple([z.uuid(), z.uuid()]).safeParse([classId, quizId]).success) notFound()
  const quiz = (await findAnalysable(viewer, classId, quizId)) ?? notFound()
  const { assignmentId } = quiz
  if (quiz.isWaiting) await foldAssignment(assignmentId)
  const asked = await searchParams
  const { which, of } = querySchema.parse(asked)
  const fact = readFact(of) ?? notFound()
  const stored = (await findSummary(viewer, classId, quizId, which)) ?? notFound()
  const { versionId, summary } = stored
  const version = (await findVersion(versionId)) ?? notFound()
  const told = tellFact(version, summary, fact) ?? notFound()
  const from = afterSchema.safeParse(asked)
  const after = from.success ? { startedAt: from.data.since, id: from.data.after } : null
  const analysed = { assignmentId, which, versionId }
  const { rows, next } = await listBehind(viewer, analysed, { ...told, fact }, after)
  const isWhole = !after && !next
  const here = `${home}/students${behindAddress(which, fact)}`
  const back = `${home}${fact.kind === 'band' ? addressOf(which, null) : `${addressOf(which, fact.item)}#item`}`
  const t = await getTranslations('analysis.behindFigure')
  const words = await getTranslations('analysis')
  return (
    <Page viewer={viewer} current="classes">
      <Crumbs
        items={[
          { label: quiz.className, href: `/classes/${classId}` },
          { label: quiz.short, href: back },
          { label: t('title') },
        ]}
      />
      <h1 className="mt-2">{quiz.title}</h1>
      <SetTabs classId={classId} quizId={quizId} role={quiz.role} current="analysis" />
      <section className="mt-8" aria-labelledby="behind">
        {told.question && <p className="cap">{t('question', told.question)}</p>}
        <h2 id="behind" className="mb-4">
          <FactWords told={told} />
        </h2>
        <p className="mb-4">
          {t('counted', { attempts: words(`counted.${which}`, { count: told.count }) })}
          {!isWhole && ` ${t('order')}`}
        </p>
        <BehindTable rows={isWhole ? [...rows].sort(byName) : rows} />
        {isWhole && rows.length < told.count && (
          <p className="cap mt-2">{t('erased', { count: told.count - rows.length })}</p>
        )}
        <p className="mt-4">
          {next && (
            <ButtonLink
              href={`${here}&since=${encodeURIComponent(next.startedAt.toISOString())}&after=${next.id}`}
            >
              {t('more')}
            </ButtonLink>
          )}{' '}
          {after && <ButtonLink href={here}>{t('first')}</ButtonLink>}
        </p>
        <p className="mt-4">
          <a className="go" href={back}>
            {t('back')}
          </a>
        </p>
      </section>
    </Page>
  )
}
