import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { AnalysisNotices } from '@/components/analysis/analysis-notices'
import { Formulas } from '@/components/analysis/formulas'
import { ItemSection } from '@/components/analysis/item-section'
import { ItemTable } from '@/components/analysis/item-table'
import { LookFirst } from '@/components/analysis/look-first'
import { MarkKey, PlotFigure } from '@/components/analysis/plot-figure'
import { ScoreHistogram } from '@/components/analysis/score-histogram'
import { addressOf, behindAddress, WhichLinks } from '@/components/analysis/which-links'
import type { HrefOf } from '@/components/analysis/who-list'
import { WholeFigures } from '@/components/analysis/whole-figures'
import { SetTabs } from '@/components/assignment/set-tabs'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { Crumbs } from '@/components/ui/crumbs'
import { EmptyState } from '@/components/ui/empty-state'
import { requireMember } from '@/lib/auth/viewer'
import { listNamed } from '@/lib/data/behind'
import { findAnalysable, findSummary } from '@/lib/data/item-analysis'
import { findVersion } from '@/lib/data/quizzes'
import type { StoredSummary } from '@/lib/data/rollup-store'
import { foldAssignment } from '@/lib/data/rollups'
import { MOST_NAMED, namesBehind } from '@/lib/domain/behind'
import { analyseItems, urgentFirst, WHICH } from '@/lib/domain/item-analysis'
import { answersTo, type NamesOf } from '@/lib/domain/item-answers'
import { counted } from '@/lib/domain/item-corrections'
import { asksForALook } from '@/lib/domain/item-reading'
import { ruleOf } from '@/lib/domain/question/publish'
import type { QuizVersion } from '@/lib/domain/quiz'

type Props = {
  params: Promise<{ classId: string; quizId: string }>
  searchParams: Promise<Record<string, string | string[]>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('analysis'))('title'), robots: { index: false } }
}

const querySchema = z.object({
  which: z.enum(WHICH).catch('first'),
  item: z.string().max(64).nullable().catch(null),
})
type Query = z.infer<typeof querySchema>

async function Analysed({
  home,
  which,
  version,
  corrected,
  stored: { summary, older },
  isBehind,
  namesOf,
  item: wanted,
}: Query & {
  /** The address of this page. */
  home: string
  /** As it is counted: with the keys that were put right. */
  version: QuizVersion
  /** How many questions were put right. */
  corrected: number
  stored: StoredSummary
  isBehind: boolean
  namesOf: NamesOf
}) {
  const t = await getTranslations('analysis')
  const analysis = analyseItems(version, summary)
  const { items, isDrawn } = analysis
  const [urgent] = urgentFirst(items)
  const selected = items.find(({ id }) => id === wanted) ?? urgent ?? null
  const question = version.questions.find(({ id }) => id === selected?.id)
  const tallied = summary.items.find(({ id }) => id === selected?.id)
  const hrefOf: HrefOf = (fact) => `${home}/students${behindAddress(which, fact)}`
  return (
    <>
      <AnalysisNotices
        counted={t(`counted.${which}`, { count: summary.attempts })}
        attempts={summary.attempts}
        mostAsked={Math.max(0, ...items.map(({ asked }) => asked))}
        older={older}
        isBehind={isBehind}
        isDrawn={isDrawn}
        example={selected}
      />
      {corrected > 0 && <p className="cap mt-4 max-w-xl">{t('corrected', { count: corrected })}</p>}
      <section className="mt-8" aria-labelledby="plot-heading">
        <h2 id="plot-heading" className="mb-4">
          {t('plot.heading')}
        </h2>
        <div className="plot-pair">
          <PlotFigure items={items} selected={selected} />
          {selected && (
            <div>
              <LookFirst
                item={selected}
                isMostUrgent={selected === urgent && asksForALook(selected.reading)}
              />
              {items.some(({ statistics }) => statistics.discriminationIndex !== null) && (
                <MarkKey />
              )}
            </div>
          )}
        </div>
        <div id="items" className="mt-8">
          <ItemTable
            items={items}
            selected={selected}
            isDrawn={isDrawn}
            hrefOf={({ id }) => `${addressOf(which, id)}#item`}
          />
        </div>
      </section>
      {selected && question && tallied && (
        <ItemSection
          item={selected}
          rule={ruleOf(question)}
          answers={answersTo(question, tallied, namesOf)}
          hrefOf={hrefOf}
        />
      )}
      <section className="mt-16" aria-labelledby="whole">
        <h2 id="whole" className="mb-4">
          {t('whole.title')}
        </h2>
        <WholeFigures analysis={analysis} />
        <div className="mt-8">
          <ScoreHistogram bands={analysis.bands} namesOf={namesOf} hrefOf={hrefOf} />
        </div>
      </section>
    </>
  )
}

export default async function AnalysisPage({ params, searchParams }: Props) {
  const { classId, quizId } = await params
  const home = `/classes/${classId}/quizzes/${quizId}/analysis`
  const viewer = await requireMember(home)
  if (!z.tuple([z.uuid(), z.uuid()]).safeParse([classId, quizId]).success) notFound()
  const quiz = (await findAnalysable(viewer, classId, quizId)) ?? notFound()
  const { assignmentId } = quiz
  const isBehind = quiz.isWaiting && (await foldAssignment(assignmentId))
  const query = querySchema.parse(await searchParams)
  const { which } = query
  const stored = await findSummary(viewer, classId, quizId, which)
  const version = stored && (await findVersion(stored.versionId))
  const named =
    stored && stored.summary.attempts <= MOST_NAMED
      ? await listNamed(viewer, { assignmentId, which, versionId: stored.versionId })
      : null
  const t = await getTranslations('analysis')
  const toClass = `/classes/${classId}`
  return (
    <Page viewer={viewer} current="classes">
      <Crumbs items={[{ label: quiz.className, href: toClass }, { label: quiz.short }]} />
      <h1 className="mt-2">{quiz.title}</h1>
      <SetTabs classId={classId} quizId={quizId} role={quiz.role} current="analysis" />
      <p className="lead my-5">{t('lead', { name: quiz.className })}</p>
      {stored && version ? (
        <>
          <WhichLinks {...query} />
          <Analysed
            {...query}
            home={home}
            {...counted(version, quiz.corrections)}
            stored={stored}
            isBehind={isBehind}
            namesOf={namesBehind(named)}
          />
        </>
      ) : (
        <EmptyState
          title={t('empty')}
          action={<ButtonLink href={toClass}>{t('emptyAction')}</ButtonLink>}
        >
          {t('emptyText')}
        </EmptyState>
      )}
      <Formulas />
    </Page>
  )
}
