import { useTranslations } from 'next-intl'
import { ScoreText } from '@/components/result/score-text'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import type { AssignedQuiz, GradebookCell, GradebookRow } from '@/lib/domain/class'

function Cell({ cell }: { cell: GradebookCell | undefined }) {
  const t = useTranslations('classes')
  if (!cell) return <Icon name="blank" label={t('notHandedIn')} />
  return (
    <>
      <a href={`/attempts/${cell.attemptId}/result`}>
        <ScoreText earned={cell.earned} points={cell.points} />
      </a>
      {cell.attempts > 1 && (
        <span className="small block">{t('tries', { count: cell.attempts })}</span>
      )}
    </>
  )
}

/** Students by name against the quizzes set, each score leading to its attempt. */
export function Gradebook({
  quizzes,
  rows,
  more,
  code,
}: {
  quizzes: readonly AssignedQuiz[]
  rows: readonly GradebookRow[]
  /** The address of the next page of students, or null on the last one. */
  more: string | null
  code: string
}) {
  const t = useTranslations('classes')
  if (rows.length === 0)
    return <EmptyState title={t('noStudents')}>{t('noStudentsText', { code })}</EmptyState>
  return (
    <>
      <DataTable label={t('gradebook')}>
        <thead>
          <tr>
            <th scope="col">{t('student')}</th>
            {quizzes.map((quiz) => (
              <th key={quiz.assignmentId} scope="col" className="n">
                {quiz.short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.studentId}>
              <th scope="row">
                {row.name}
                {row.username && <span className="small block">{row.username}</span>}
              </th>
              {quizzes.map(({ assignmentId }) => (
                <td key={assignmentId} className="n">
                  <Cell cell={row.cells.find((each) => each.assignmentId === assignmentId)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className="cap mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
        <span className="inline-flex items-center gap-2">
          <Icon name="blank" /> {t('notHandedIn')}
        </span>
        <span>{t('gradebookHelp')}</span>
      </p>
      {more && (
        <p className="mt-4">
          <ButtonLink href={more}>{t('more')}</ButtonLink>
        </p>
      )}
    </>
  )
}
