import { getFormatter, getTranslations } from 'next-intl/server'
import { ReviewedList } from '@/components/review/reviewed-list'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { ReviewedLine, ReviewSet } from '@/lib/domain/review-set'
import { toDate } from '@/lib/domain/study-day'

/** Where nothing has ever been answered. */
export async function ReviewNothing() {
  const t = await getTranslations('reviewing.nothing')
  return (
    <div className="mt-6">
      <EmptyState
        title={t('title')}
        action={<ButtonLink href="/#courses">{t('action')}</ButtonLink>}
      >
        <p>{t('text')}</p>
      </EmptyState>
    </div>
  )
}

/** Nothing more today: what was answered, and when the next question comes. */
export async function ReviewEnd({
  set,
  lines,
}: {
  set: ReviewSet
  lines: readonly ReviewedLine[]
}) {
  const t = await getTranslations('reviewing')
  const format = await getFormatter()
  if (set.done === 0 && set.nextOn === null && set.waiting === 0) return <ReviewNothing />
  const on =
    set.nextOn &&
    format.dateTime(toDate(set.nextOn), {
      ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' },
    })
  return (
    <section className="mt-6 grid gap-6" aria-labelledby="end-title">
      <div>
        <h2 id="end-title" data-arrival tabIndex={-1}>
          {t(set.done > 0 ? 'end.done' : 'end.none')}
        </h2>
        <p className="mt-2">{on ? t('end.next', { on }) : t('end.noNext')}</p>
      </div>
      {lines.length > 0 && <ReviewedList lines={lines} />}
      <p>
        <ButtonLink href="/progress">{t('end.progress')}</ButtonLink>
      </p>
    </section>
  )
}
