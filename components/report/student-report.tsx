import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import type { BookEntry, BookLine } from '@/lib/domain/gradebook-report'
import { formatScore } from '@/lib/domain/score-format'
import { useMarks } from './entry-text'
import { gradeText, momentText } from './report-words'

function Entry({
  entry,
  timeZone,
  hasComments,
}: {
  entry: BookEntry
  timeZone: string
  hasComments: boolean
}) {
  const t = useTranslations('report')
  const result = useTranslations('result')
  const { quiz, cell, window, earned, handedInAt, comment, isHidden } = entry
  const marks = useMarks(entry)
  return (
    <tr>
      <th scope="row">{quiz.title}</th>
      <td className="keep">{window.dueAt ? momentText(window.dueAt, timeZone) : t('noDate')}</td>
      <td className="keep">
        {handedInAt && momentText(handedInAt, timeZone)}
        {cell.attempts > 1 && (
          <span className="small block">{t('ofAttempts', { count: cell.attempts })}</span>
        )}
      </td>
      <td>
        {t(`states.${cell.state}`)}
        {marks && `, ${marks}`}
      </td>
      <td className="n">
        {earned && cell.points !== null
          ? result('cell', { earned: formatScore(earned).text, points: cell.points })
          : null}
      </td>
      <td className="n">{isHidden ? t('hidden') : cell.grade && gradeText(cell.grade)}</td>
      {hasComments && <td className="said">{comment}</td>}
    </tr>
  )
}

function Total({ line: { total, entries } }: { line: BookLine }) {
  const t = useTranslations('report')
  if (total) return <strong>{gradeText(total)}</strong>
  return <>{t(entries.some(({ isHidden }) => isHidden) ? 'hidden' : 'none')}</>
}

/** What one student did for each quiz: dates, state and grade. */
export function StudentReport({ line, timeZone }: { line: BookLine; timeZone: string }) {
  const t = useTranslations('report')
  const hasComments = line.entries.some(({ comment }) => comment !== null)
  return (
    <DataTable label={t('quizzesOf', { name: line.name })}>
      <thead>
        <tr>
          <th scope="col">{t('quiz')}</th>
          <th scope="col">{t('due')}</th>
          <th scope="col">{t('handedInAt')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col" className="n">
            {t('points')}
          </th>
          <th scope="col" className="n">
            {t('share')}
          </th>
          {hasComments && <th scope="col">{t('comment')}</th>}
        </tr>
      </thead>
      <tbody>
        {line.entries.map((entry) => (
          <Entry
            key={entry.quiz.assignmentId}
            entry={entry}
            timeZone={timeZone}
            hasComments={hasComments}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('total')}</th>
          <td colSpan={4} />
          <td className="n">
            <Total line={line} />
          </td>
          {hasComments && <td />}
        </tr>
      </tfoot>
    </DataTable>
  )
}
