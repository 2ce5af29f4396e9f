import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import type { Exception } from '@/lib/domain/assignment'
import { DATE_FIELDS } from '@/lib/domain/assignment-form'
import type { Seat } from '@/lib/domain/class'
import { zonedText } from './zoned'

/** What holds for one student alone, in a few words. */
function useSummary(timeZone: string) {
  const t = useTranslations('exceptions.summary')
  return ({ minutes, extraAttempts, isExcused, ...dates }: Exception) =>
    [
      isExcused && t('isExcused'),
      ...DATE_FIELDS.map((name) => {
        const at = dates[name]
        return at && t(name, { at: zonedText(at, timeZone) })
      }),
      minutes === null && t('unlimited'),
      minutes && t('minutes', { count: minutes }),
      extraAttempts > 0 && t('extraAttempts', { count: extraAttempts }),
    ]
      .filter(Boolean)
      .join(' · ')
}

/** The students of a class for whom something else holds than for the others. */
export function ExceptionList({
  seats,
  timeZone,
  here,
}: {
  seats: readonly Seat[]
  timeZone: string
  /** The address of the page, which shows the form of one student on wish; null where nothing is changed. */
  here: string | null
}) {
  const t = useTranslations('exceptions')
  const summary = useSummary(timeZone)
  const own = seats.flatMap(({ exception, ...seat }) => (exception ? [{ ...seat, exception }] : []))
  if (own.length === 0)
    return (
      <EmptyState title={t('none')}>
        {here && t(seats.length === 0 ? 'noStudents' : 'noneText')}
      </EmptyState>
    )
  return (
    <ul className="people" aria-label={t('listLabel')}>
      {own.map(({ studentId, name, exception }) => (
        <li key={studentId}>
          <p>
            <strong>{name}</strong>
            <span className="cap block">{summary(exception)}</span>
          </p>
          {here && (
            <p>
              <a
                href={`${here}?student=${studentId}#exception-title`}
                aria-label={t('changeOf', { name })}
              >
                {t('change')}
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
