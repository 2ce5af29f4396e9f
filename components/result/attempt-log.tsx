import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import {
  type AttemptEvent,
  absenceOf,
  deviceOf,
  type EventKind,
  type LoggedStep,
  stepsOf,
} from '@/lib/domain/attempt-log'

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
  const devices = [
    ...new Set(events.filter(({ kind }) => kind === 'opened').map(({ detail }) => detail)),
  ]
  const number = (detail: string | null) => questionIds.indexOf(detail ?? '') + 1
  const long = (seconds: number) =>
    seconds < 120
      ? t('seconds', { count: seconds })
      : t('minutes', { count: Math.round(seconds / 60) })
  const found = (detail: string | null) => {
    const { device, server } = absenceOf(detail)
    if (device === null)
      return server === null ? t('found') : t('foundServer', { server: long(server) })
    if (server === null) return t('foundDevice', { device: long(device) })
    return t('foundBoth', { device: long(device), server: long(server) })
  }
  const opened = (detail: string | null) =>
    t('opened', {
      device: deviceOf(detail).name || t('unknownDevice'),
      more: devices.length > 1 ? devices.indexOf(detail) + 1 : 0,
    })
  const words: Record<EventKind, (step: LoggedStep) => string> = {
    begun: () => t('begun'),
    opened: ({ detail }) => opened(detail),
    saved: ({ detail, times }) => t('saved', { number: number(detail), times }),
    lost: ({ detail }) => t(absenceOf(detail).device === null ? 'lostSilent' : 'lost'),
    found: ({ detail }) => found(detail),
    extended: ({ detail }) =>
      detail === 'exception' ? t('exception') : t('extended', { minutes: detail ?? '' }),
    submitted: ({ detail }) => t(detail === 'clock' ? 'clock' : 'submitted'),
    'late-kept': ({ detail }) => t('late-kept', { number: number(detail) }),
    'late-accepted': ({ detail }) => t('late-accepted', { number: number(detail) }),
    'late-left': ({ detail }) => t('late-left', { number: number(detail) }),
  }
  const said = (step: LoggedStep): string => words[step.kind](step)
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
