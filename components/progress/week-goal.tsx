import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { type Day, toDate } from '@/lib/domain/study-day'
import { weekOf } from '@/lib/domain/study-history'
import { GOAL } from '@/lib/domain/study-settings'
import type { Command } from '@/lib/form'

const GOALS = Array.from({ length: GOAL.most }, (_, place) => place + 1)

/** The week as seven days, and the goal that one has set oneself. A day without study is just a day. */
export function WeekGoal({
  today,
  studied,
  goal,
  action,
}: {
  today: Day
  studied: ReadonlySet<Day>
  /** On how many days a week; null: none is set. */
  goal: number | null
  action: Command
}) {
  const t = useTranslations('progressPage.goal')
  const format = useFormatter()
  const days = weekOf(today)
  const done = days.filter((day) => studied.has(day)).length
  const name = (day: Day, weekday: 'short' | 'long') =>
    format.dateTime(toDate(day), { weekday, timeZone: 'UTC' })
  const stateOf = (day: Day) => (studied.has(day) ? 'done' : day === today ? 'now' : 'open')
  return (
    <section aria-labelledby="goal-title" className="goal">
      <h2 id="goal-title">{t('title')}</h2>
      <ol className="week">
        {days.map((day) => (
          <li key={day} className={`is-${stateOf(day)}`}>
            <abbr title={name(day, 'long')}>{name(day, 'short')}</abbr>
            <span className="vh">{t(`state.${stateOf(day)}`)}</span>
          </li>
        ))}
      </ol>
      <p>
        {goal === null
          ? t('without', { done })
          : done >= goal
            ? t('reached', { done, goal })
            : t('with', { done, goal })}
      </p>
      <form action={action} className="goal-form">
        <label htmlFor="weeklyGoal">{t('label')}</label>
        <select id="weeklyGoal" name="weeklyGoal" className="sel" defaultValue={String(goal ?? '')}>
          <option value="">{t('none')}</option>
          {GOALS.map((count) => (
            <option key={count} value={count}>
              {t('days', { count })}
            </option>
          ))}
        </select>
        <Button type="submit">{t('save')}</Button>
      </form>
    </section>
  )
}
