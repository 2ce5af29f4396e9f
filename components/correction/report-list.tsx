import { useTranslations } from 'next-intl'
import { zonedText } from '@/components/assignment/zoned'
import { Button } from '@/components/ui/button'
import type { QuestionReport } from '@/lib/domain/questions-page'
import type { Command } from '@/lib/form'

/** What students find wrong with a question, each with their attempt. */
export function ReportList({
  reports,
  timeZone,
  hidden,
  settle,
}: {
  reports: readonly QuestionReport[]
  timeZone: string
  hidden: Record<string, string>
  /** Null for who may change nothing. */
  settle: Command | null
}) {
  const t = useTranslations('corrections')
  if (reports.length === 0) return null
  return (
    <section className="mt-12 grid gap-4" aria-labelledby="reports-title">
      <h2 id="reports-title">{t('reportsTitle')}</h2>
      <ul className="people">
        {reports.map(({ id, attemptId, number, learner: { name }, text, at, settledAt }) => (
          <li key={id}>
            <div>
              <p className="whitespace-pre-line">{text}</p>
              <p className="cap">
                {t('reportBy', { name, at: zonedText(at, timeZone) })} ·{' '}
                <a
                  href={`/attempts/${attemptId}/result#q${number}`}
                  aria-label={t('reportOf', { name })}
                >
                  {t('reportAttempt')}
                </a>
              </p>
              {settledAt && (
                <p className="cap">{t('isSettled', { at: zonedText(settledAt, timeZone) })}</p>
              )}
            </div>
            {settle && !settledAt && (
              <form action={settle}>
                {Object.entries({ ...hidden, reportId: id }).map(([field, value]) => (
                  <input key={field} type="hidden" name={field} value={value} />
                ))}
                <Button type="submit" aria-label={t('settleOf', { name })}>
                  {t('settle')}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
