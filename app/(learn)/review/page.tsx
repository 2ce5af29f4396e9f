import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { v7 as uuid } from 'uuid'
import { Keyboard } from '@/components/attempt/keyboard'
import { ReviewKeeper } from '@/components/offline/review-keeper'
import { Arrival } from '@/components/review/arrival'
import { ReviewForm } from '@/components/review/review-form'
import { ReviewHead } from '@/components/review/review-head'
import { reviewWords } from '@/components/review/review-words'
import { ZoneKeeper } from '@/components/review/zone-keeper'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { learnerKey } from '@/lib/auth/learner-key'
import { findViewer } from '@/lib/auth/viewer'
import { findReviewSet } from '@/lib/data/review-sets'
import { findReviewed, listReviewedToday } from '@/lib/data/reviews'
import { readResponse, type StoredResponse } from '@/lib/domain/question/publish'
import type { ReviewItem } from '@/lib/domain/review-set'
import { answerReview, sayEasy } from './actions'
import { ReviewDone } from './done'
import { ReviewEnd, ReviewNothing } from './end'
import { setReview } from './settings/actions'

type Props = {
  searchParams: Promise<{ done?: string; draft?: string; blank?: string; again?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reviewing'))('title'), robots: { index: false } }
}

/** What a form without a script has carried along for its question; null where it is not about this one. */
function draftOf({ question }: ReviewItem, draft: string | undefined): StoredResponse | null {
  try {
    const { id, value }: { id?: unknown; value?: unknown } = JSON.parse(draft ?? '{}')
    return id === question.id ? readResponse(question.kind, value) : null
  } catch {
    return null
  }
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

export default async function ReviewPage({ searchParams }: Props) {
  const { done, draft, blank } = await searchParams
  const t = await getTranslations()
  const viewer = await findViewer()
  const now = new Date()
  if (!viewer)
    return (
      <Page viewer={null} current="review">
        <ReviewHead done={0} left={0} />
        <ReviewNothing />
      </Page>
    )
  const set = await findReviewSet(viewer, now)
  const reviewed = done && isUuid(done) ? await findReviewed(viewer, done) : null
  const [item] = set.items
  const lines = !reviewed && !item && set.done > 0 ? await listReviewedToday(viewer, now) : []
  const words = reviewWords((key) => t.raw(key))
  const isHere = reviewed?.day === set.day
  return (
    <Page viewer={viewer} current="review">
      <Arrival
        at={
          reviewed?.entryId ??
          (item ? `${item.question.id} ${item.turn} ${item.hints !== null}` : 'end')
        }
      />
      <ReviewHead done={set.done} left={set.items.length} />
      <ReviewKeeper learner={learnerKey(viewer)} words={t.raw('offlineReview.arrived')} />
      <ZoneKeeper
        stored={set.isZoneSet ? set.timeZone : null}
        action={setReview}
        words={t.raw('reviewing.zone')}
      />
      {reviewed ? (
        <ReviewDone
          reviewed={reviewed}
          number={isHere ? set.done : 1}
          left={set.items.length}
          today={set.day}
          easy={sayEasy}
          words={words}
        />
      ) : item ? (
        <ReviewForm
          key={`${item.question.id} ${item.turn} ${item.hints !== null} ${blank ?? ''}`}
          item={item}
          number={set.done + 1}
          entryId={uuid()}
          initial={draftOf(item, draft)}
          isBlank={blank !== undefined}
          action={answerReview}
          words={words}
        />
      ) : (
        <ReviewEnd set={set} lines={lines} />
      )}
      {(reviewed || item) && <Keyboard words={words.keyboard} />}
      {viewer.isGuest && (
        <div className="mt-8">
          <Notice tone="information" title={t('own.guestTitle')}>
            {t('own.guest')} <a href="/sign-up?next=/review">{t('own.guestLink')}</a>
          </Notice>
        </div>
      )}
      <p className="review-foot">
        {set.waiting > 0 && (
          <span className="cap">{t('reviewing.waiting', { count: set.waiting })}</span>
        )}
        <a href="/review/settings">{t('reviewing.settings.link')}</a>
      </p>
    </Page>
  )
}
