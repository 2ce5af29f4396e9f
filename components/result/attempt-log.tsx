import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { type AttemptEvent, type LoggedStep, stepsOf } from '@/lib/domain/attempt-log'

/** What happened to an attempt, for whoever teaches the class; times as the class's clocks show them. */
export function AttemptLog({
  events,
  questionIds,
  timeZone,
}: {
  events: readonly AttemptEvent[]
  /** In the order in which they were asked. */
  questionIds: readonly string[]
  timeZone: string
}) {
  const t = useTranslations('log')
  const clock = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZone,
  })
  const steps = stepsOf(events)
  const said = ({ kind, detail, times }: LoggedStep): string => {
    if (kind === 'saved')
      return t('saved', { number: questionIds.indexOf(detail ?? '') + 1, times })
    if (kind === 'extended')
      return detail === 'exception' ? t('exception') : t('extended', { minutes: detail ?? '' })
    if (kind === 'submitted') return t(detail === 'clock' ? 'clock' : 'submitted')
    return t('begun')
  }
  return (
    <section className="mt-16" aria-labelledby="log-title">
      <h2 id="log-title" className="mb-2">
        {t('title')}
      </h2>
      <p className="cap mb-4">{t('lead', { zone: timeZone.replaceAll('_', ' ') })}</p>
      <details>
        <summary>{t('show', { count: steps.length })}</summary>
        <DataTable label={t('title')}>
          <thead>
            <tr>
              <th scope="col">{t('at')}</th>
              <th scope="col">{t('what')}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.id}>
                <th scope="row" className="tabular-nums">
                  <time dateTime={step.until.toISOString()}>{clock.format(step.until)}</time>
                </th>
                <td>{said(step)}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </details>
    </section>
  )
}
