import { useFormatter, useTranslations } from 'next-intl'
import type { ForecastDay } from '@/lib/domain/schedule'
import { type Day, toDate } from '@/lib/domain/study-day'
import type { OwnCard } from '@/lib/domain/study-history'

const DAYS = 4
const TOPICS = 3

/** The next days on which questions come back, and what they are about. */
export function ComingBack({
  days,
  cards,
  today,
}: {
  days: readonly ForecastDay[]
  cards: readonly OwnCard[]
  today: Day
}) {
  const t = useTranslations('progressPage.coming')
  const format = useFormatter()
  const next = days.filter(({ asked }) => asked > 0).slice(0, DAYS)
  const topicsOn = (day: Day) => {
    const due = cards.filter(({ dueOn }) => (day === today ? dueOn <= day : dueOn === day))
    const names = [...new Set(due.flatMap(({ lesson }) => lesson ?? []))]
    return { names: names.slice(0, TOPICS), more: Math.max(0, names.length - TOPICS) }
  }
  return (
    <section aria-labelledby="coming-title">
      <h2 id="coming-title">{t('title')}</h2>
      <p className="cap mt-1 mb-3">{t('lead')}</p>
      {next.length === 0 ? (
        <p>{t('nothing')}</p>
      ) : (
        <ul className="coming">
          {next.map(({ day, asked }) => {
            const { names, more } = topicsOn(day)
            return (
              <li key={day}>
                <span className="cap">
                  {day === today
                    ? t('today')
                    : format.dateTime(toDate(day), {
                        ...{ weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' },
                      })}
                </span>
                <span>
                  {names.length > 0 ? names.join(', ') : t('waited')}
                  {more > 0 && ` ${t('more', { count: more })}`}
                </span>
                <b>
                  <span className="vh">{t('questions')} </span>
                  {asked}
                </b>
              </li>
            )
          })}
        </ul>
      )}
      <p className="coming-links mt-4 flex flex-wrap gap-x-6 gap-y-2">
        <a href="/review">{t('toReview')}</a>
        <a href="/progress/cards">{t('toCards')}</a>
      </p>
    </section>
  )
}
