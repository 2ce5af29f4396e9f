import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import type { AssignedAttempt } from '@/lib/domain/class'
import { Zoned } from './zoned'

/** A student's own attempts at an assignment, the last one first. */
export function AssignedAttempts({
  attempts,
  timeZone,
}: {
  attempts: readonly AssignedAttempt[]
  timeZone: string
}) {
  const t = useTranslations('assignment.attempts')
  if (attempts.length === 0) return null
  return (
    <section className="mt-12" aria-labelledby="own-attempts">
      <h2 id="own-attempts" className="mb-4">
        {t('title')}
      </h2>
      <DataTable label={t('title')}>
        <thead>
          <tr>
            <th scope="col">{t('begun')}</th>
            <th scope="col">{t('handedIn')}</th>
            <th scope="col">{t('look')}</th>
          </tr>
        </thead>
        <tbody>
          {attempts.toReversed().map(({ id, startedAt, submittedAt }) => (
            <tr key={id}>
              <td>
                <Zoned at={startedAt} timeZone={timeZone} />
              </td>
              <td>{submittedAt ? <Zoned at={submittedAt} timeZone={timeZone} /> : t('open')}</td>
              <td>
                <a href={submittedAt ? `/attempts/${id}/result` : `/attempts/${id}`}>
                  {t(submittedAt ? 'result' : 'goOn')}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  )
}
