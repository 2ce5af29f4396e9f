import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import type { BookQuiz, QuizSummary } from '@/lib/domain/gradebook-report'
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

/** Each quiz over the whole class: how many handed in, late or not at all, and how it went. */
export function QuizSummaries({
  summaries,
  timeZone,
}: {
  summaries: readonly QuizSummary[]
  timeZone: string
}) {
  const t = useTranslations('report')
  return (
    <DataTable label={t('quizzes')}>
      <thead>
        <tr>
          <th scope="col">{t('quiz')}</th>
          <th scope="col">{t('due')}</th>
          <th scope="col" className="n">
            {t('handedIn')}
          </th>
          <th scope="col" className="n">
            {t('late')}
          </th>
          <th scope="col" className="n">
            {t('missing')}
          </th>
          <th scope="col" className="n">
            {t('average')}
          </th>
          <th scope="col" className="n">
            {t('median')}
          </th>
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
            <td className="n">{mean === null ? t('none') : shareText(mean)}</td>
            <td className="n">{median === null ? t('none') : shareText(median)}</td>
            <td>
              <Policy {...quiz} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
