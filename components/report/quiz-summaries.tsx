import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import type {
  BookQuiz,
  BookWeighting,
  QuizSummary,
  TotalSummary,
} from '@/lib/domain/gradebook-report'
import { partsOf } from '@/lib/domain/weighting'
import { momentText, shareText } from './report-words'

/** By which rules a quiz is graded: which attempt counts, what being late costs. */
function Policy({ rules, dueAt }: BookQuiz) {
  const t = useTranslations('report')
  const counts = useTranslations('classes.counts')
  return (
    <>
      {rules.attempts === 1 ? t('oneAttempt') : counts(rules.grading)}
      {dueAt && `; ${t(`lates.${rules.late}`, { percent: rules.latePercent })}`}
    </>
  )
}

function Share({ of }: { of: number | null }) {
  const t = useTranslations('report')
  return <td className="n">{of === null ? t('none') : shareText(of)}</td>
}

/** Each quiz over the whole class: how many handed in, late or not at all, and how it went. */
export function QuizSummaries({
  summaries,
  totals,
  weighting,
  timeZone,
}: {
  summaries: readonly QuizSummary[]
  totals: TotalSummary
  weighting: BookWeighting
  timeZone: string
}) {
  const t = useTranslations('report')
  const parts = partsOf(weighting.assignments, weighting)
  const partOf = (id: string) =>
    parts[weighting.assignments.findIndex(({ assignmentId }) => assignmentId === id)] ?? 0
  const heads = ['handedIn', 'late', 'missing', 'average', 'median', 'part'] as const
  return (
    <DataTable label={t('quizzes')}>
      <thead>
        <tr>
          <th scope="col">{t('quiz')}</th>
          <th scope="col">{t('due')}</th>
          {heads.map((head) => (
            <th key={head} scope="col" className="n">
              {t(head)}
            </th>
          ))}
          <th scope="col">{t('policy')}</th>
        </tr>
      </thead>
      <tbody>
        {summaries.map(({ quiz, students, handedIn, late, missing, excused, mean, median }) => (
          <tr key={quiz.assignmentId}>
            <th scope="row">{quiz.title}</th>
            <td className="keep">{quiz.dueAt ? momentText(quiz.dueAt, timeZone) : t('noDate')}</td>
            <td className="n">
              {t('ofStudents', { count: handedIn, all: students })}
              {excused > 0 && (
                <span className="small block">{t('excused', { count: excused })}</span>
              )}
            </td>
            <td className="n">{late}</td>
            <td className="n">{missing}</td>
            <Share of={mean} />
            <Share of={median} />
            <Share of={partOf(quiz.assignmentId)} />
            <td className="policy">
              <Policy {...quiz} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('totalsOf', { count: totals.students })}</th>
          <td colSpan={4} />
          <Share of={totals.mean} />
          <Share of={totals.median} />
          <td colSpan={2} />
        </tr>
      </tfoot>
    </DataTable>
  )
}
