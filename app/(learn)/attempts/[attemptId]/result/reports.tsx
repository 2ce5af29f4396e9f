import { ReportAnyForm, ReportForm } from '@/components/correction/report-form'
import type { FoundAttempt } from '@/lib/data/attempts'
import type { OwnReport } from '@/lib/domain/mark-change'
import { reportQuestion } from './actions'

/**
 * The form in which a student reports a question of an attempt of their own that is set in a class:
 * at each question where they are shown, and one for all where they are not. Of a class that is over
 * only what was reported is left.
 */
export function reportsOf(
  { id: attemptId, version, timeZone }: FoundAttempt,
  reports: readonly OwnReport[],
  isOpen: boolean,
) {
  const reportOf = (questionId: string) =>
    reports.find((report) => report.questionId === questionId) ?? null
  const questions = version.questions.map(({ id }, at) => ({ id, number: at + 1 }))
  const left = questions.filter(({ id }) => !reportOf(id))
  return {
    at: ({ id }: { id: string }) => (
      <ReportForm
        action={isOpen ? reportQuestion : null}
        attemptId={attemptId}
        questionId={id}
        reported={reportOf(id)}
        timeZone={timeZone ?? 'UTC'}
      />
    ),
    any:
      isOpen && left.length > 0 ? (
        <ReportAnyForm action={reportQuestion} attemptId={attemptId} questions={left} />
      ) : null,
  }
}
