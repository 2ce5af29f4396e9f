import { useFormatter, useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { type Day, toDate } from '@/lib/domain/study-day'
import {
  addMonths,
  type Month,
  monthOf,
  type StudyDay,
  sittingsOf,
  weeksOf,
} from '@/lib/domain/study-history'

/** More dots than that are told as a number. */
const DOTS = 4

/** One month: a dot for each sitting, and on the days to come what comes back. */
export function CalendarMonth({
  month,
  today,
  studied,
  due,
  from,
}: {
  month: Month
  today: Day
  studied: ReadonlyMap<Day, StudyDay>
  /** How many questions are asked on a day to come. */
  due: ReadonlyMap<Day, number>
  /** The month of the first day of study; earlier ones have nothing to show. */
  from: Month
}) {
  const t = useTranslations('progressPage.calendar')
  const format = useFormatter()
  const name = format.dateTime(toDate(`${month}-01`), {
    ...{ month: 'long', year: 'numeric', timeZone: 'UTC' },
  })
  const weeks = weeksOf(month)
  const weekday = (place: number, style: 'short' | 'long') =>
    // Any Monday will do.
    format.dateTime(toDate(`2026-11-${String(23 + place).padStart(2, '0')}`), {
      ...{ weekday: style, timeZone: 'UTC' },
    })
  const way = (by: -1 | 1) => {
    const to = addMonths(month, by)
    const isThere = by < 0 ? to >= from : to <= addMonths(monthOf(today), 1)
    const label = t(by < 0 ? 'earlier' : 'later')
    return isThere ? (
      <a className="btn quiet" href={`/progress?month=${to}#calendar`} aria-label={label}>
        <Icon name={by < 0 ? 'arrow-left' : 'arrow-right'} />
      </a>
    ) : null
  }
  return (
    <section id="calendar" className="calendar" aria-labelledby="calendar-title">
      <div className="calendar-head">
        <h2 id="calendar-title">{name}</h2>
        <div>
          {way(-1)}
          {way(1)}
        </div>
      </div>
      <table>
        <caption className="vh">{t('caption', { month: name })}</caption>
        <thead>
          <tr>
            {[0, 1, 2, 3, 4, 5, 6].map((place) => (
              <th key={place} scope="col">
                <abbr title={weekday(place, 'long')}>{weekday(place, 'short')}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a week is its place
            <tr key={row}>
              {week.map((day, place) =>
                day === null ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: an empty day is its place
                  <td key={place} />
                ) : (
                  <CalendarDay
                    key={day}
                    day={day}
                    isToday={day === today}
                    study={studied.get(day)}
                    due={day >= today ? (due.get(day) ?? 0) : 0}
                  />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="calendar-key cap">
        <span>
          <i className="dot" aria-hidden="true" /> {t('dot')}
        </span>
        <span>
          <span className="due-box" aria-hidden="true">
            3
          </span>{' '}
          {t('box')}
        </span>
      </p>
    </section>
  )
}

function CalendarDay({
  day,
  isToday,
  study,
  due,
}: {
  day: Day
  isToday: boolean
  study: StudyDay | undefined
  due: number
}) {
  const t = useTranslations('progressPage.calendar')
  const sittings = study ? sittingsOf(study) : 0
  const dots = Array.from({ length: Math.min(sittings, DOTS) }, (_, place) => place)
  return (
    <td className={isToday ? 'is-today' : undefined} aria-current={isToday ? 'date' : undefined}>
      <span>
        <b className="day-number">{Number(day.slice(8))}</b>
        {isToday && <span className="now-word"> {t('today')}</span>}
      </span>
      {study && (
        <span className="dots">
          <span className="vh">
            {t('did', {
              quizzes: study.quizzes,
              lessons: study.lessons,
              reviews: study.isReviewed ? 1 : 0,
            })}
          </span>
          {dots.map((place) => (
            <i key={place} className="dot" aria-hidden="true" />
          ))}
          {sittings > DOTS && <span aria-hidden="true">+{sittings - DOTS}</span>}
        </span>
      )}
      {due > 0 && (
        <span className="due-box">
          <b>{due}</b>
          <span className="due-word"> {t('due')}</span>
        </span>
      )}
    </td>
  )
}
