import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import type { BookLine, BookQuiz } from '@/lib/domain/gradebook-report'
import { EntryText } from './entry-text'
import { gradeText } from './report-words'

/** As many quizzes as stand side by side on a sheet of A4, at most. */
const MOST = 6

/** Each student's line. Many quizzes stand in tables one below the other, so that paper holds them. */
export function ClassLines({
  classId,
  quizzes,
  lines,
}: {
  classId: string
  quizzes: readonly BookQuiz[]
  lines: readonly BookLine[]
}) {
  const t = useTranslations('report')
  const tables = Math.ceil(quizzes.length / MOST)
  const each = Math.ceil(quizzes.length / tables)
  const starts = Array.from({ length: tables }, (_, table) => table * each)
  return starts.map((start) => {
    const shown = quizzes.slice(start, start + each)
    const label =
      starts.length === 1
        ? t('lines')
        : t('linesPart', { from: start + 1, to: start + shown.length, all: quizzes.length })
    return (
      <DataTable key={start} label={label}>
        <thead>
          <tr>
            <th scope="col">{t('student')}</th>
            {start === 0 && (
              <th scope="col" className="n">
                {t('total')}
              </th>
            )}
            {shown.map(({ assignmentId, short }) => (
              <th key={assignmentId} scope="col" className="n">
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ studentId, name, total, entries }) => (
            <tr key={studentId}>
              <th scope="row">
                <a href={`/classes/${classId}/students/${studentId}/report`}>{name}</a>
              </th>
              {start === 0 && <td className="n">{total ? gradeText(total) : t('none')}</td>}
              {entries.slice(start, start + each).map((entry) => (
                <td key={entry.quiz.assignmentId} className="n">
                  <EntryText entry={entry} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    )
  })
}
