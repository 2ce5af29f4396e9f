import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AttemptSheet } from '@/components/attempt/attempt-sheet'
import { sheetWords } from '@/components/attempt/words'
import { Page } from '@/components/site/page'
import { Crumbs } from '@/components/ui/crumbs'
import { Notice } from '@/components/ui/notice'
import { itemsOn, navigatorOf, pageOf, resumePage } from '@/lib/domain/attempt'
import { turnPage } from './actions'
import { crumbsOf, requireAttempt } from './found'

type Props = {
  params: Promise<{ attemptId: string }>
  searchParams: Promise<{ page?: string; newer?: string; open?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('quiz'))('crumb'), robots: { index: false } }
}

export default async function AttemptPage({ params, searchParams }: Props) {
  const { attemptId } = await params
  const { page: asked, newer, open } = await searchParams
  const { viewer, attempt } = await requireAttempt(attemptId, '')
  if (attempt.submittedAt) redirect(`/attempts/${attemptId}/result`)
  const t = await getTranslations()
  const pageCount = pageOf(attempt, attempt.version.questions.length - 1)
  const wanted = asked === undefined ? resumePage(attempt) : Number(asked)
  const page = Number.isInteger(wanted) ? Math.min(Math.max(wanted, 1), pageCount) : 1
  return (
    <Page viewer={viewer} current="courses">
      <AttemptSheet
        attemptId={attempt.id}
        title={attempt.version.short}
        crumbs={<Crumbs items={crumbsOf(attempt, t('quiz.crumb'))} />}
        mode={attempt.mode}
        page={page}
        pageCount={pageCount}
        items={itemsOn(attempt, page)}
        navigator={navigatorOf(attempt)}
        action={turnPage}
        words={sheetWords((key) => t.raw(key))}
        lessonsHref={`/courses/${attempt.version.course.slug}/lessons`}
        signInHref={`/sign-in?next=/attempts/${attempt.id}`}
        notice={
          (newer || open) && (
            <Notice tone="information">
              {t(newer ? 'quiz.newer' : 'attempt.sheet.check-blank')}
              {open && <input type="hidden" name="sure" value="1" />}
            </Notice>
          )
        }
      />
    </Page>
  )
}
