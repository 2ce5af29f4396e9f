import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { handIn } from '@/app/(learn)/attempts/[attemptId]/actions'
import { crumbsOf, requireAttempt } from '@/app/(learn)/attempts/[attemptId]/found'
import { KeptNotice } from '@/components/attempt/kept-notice'
import { ReviewPage } from '@/components/attempt/review-page'
import { Page } from '@/components/site/page'
import { learnerKey } from '@/lib/auth/learner-key'
import { navigatorOf } from '@/lib/domain/open-attempt'

type Props = { params: Promise<{ attemptId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { attempt } = await requireAttempt((await params).attemptId, '/review')
  const t = await getTranslations('quiz')
  return { title: t('review', { quiz: attempt.version.short }), robots: { index: false } }
}

export default async function ReviewRoute({ params }: Props) {
  const { attemptId } = await params
  const { viewer, attempt } = await requireAttempt(attemptId, '/review')
  const here = `/attempts/${attemptId}`
  if (attempt.submittedAt) redirect(`${here}/result`)
  const t = await getTranslations('quiz')
  return (
    <Page viewer={viewer} current="courses">
      <ReviewPage
        attemptId={attemptId}
        crumbs={crumbsOf(attempt, t('crumb'))}
        mode={attempt.mode}
        navigator={navigatorOf(attempt)}
        prompts={Object.fromEntries(
          attempt.version.questions.map(({ id, prompt }) => [id, prompt]),
        )}
        pageHref={(page) => `${here}?page=${page}`}
        backHref={here}
        action={handIn}
        notice={
          <KeptNotice
            learner={learnerKey(viewer)}
            words={(await getTranslations('attempt')).raw('kept')}
          />
        }
      />
    </Page>
  )
}
