import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReviewWords } from '@/components/review/review-words'
import { ReviewedQuestion } from '@/components/review/reviewed-question'
import { Button, ButtonLink } from '@/components/ui/button'
import type { ReviewedItem } from '@/lib/domain/review-set'
import { type Day, daysBetween, toDate } from '@/lib/domain/study-day'
import type { Command } from '@/lib/form'

/** A question that was answered: how it came out, when it comes back, and on to the next. */
export async function ReviewDone({
  reviewed,
  number,
  left,
  today,
  easy,
  words,
}: {
  reviewed: ReviewedItem
  number: number
  /** How many are still to come today. */
  left: number
  today: Day
  easy: Command
  words: ReviewWords
}) {
  const t = await getTranslations('reviewing')
  const format = await getFormatter()
  const on = format.dateTime(toDate(reviewed.dueOn), {
    ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' },
  })
  const days = Math.max(0, daysBetween(today, reviewed.dueOn))
  return (
    <>
      <ReviewedQuestion item={reviewed} number={number} words={words}>
        <p className="comes-back">
          {t(`back.${reviewed.isEasy ? 'easy' : reviewed.grade}`)} {t('back.on', { on, days })}
        </p>
      </ReviewedQuestion>
      <div className="qgo">
        {reviewed.mayBeEasy && (
          <form action={easy}>
            <input type="hidden" name="entry" value={reviewed.entryId} />
            <Button type="submit" variant="quiet">
              {t('easy')}
            </Button>
          </form>
        )}
        <span className="qgo-end">
          <ButtonLink variant="main" href="/review" data-key="next">
            {t(left > 0 ? 'next' : 'finish')}
          </ButtonLink>
        </span>
      </div>
    </>
  )
}
