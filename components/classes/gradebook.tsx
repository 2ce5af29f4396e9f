import { useTranslations } from 'next-intl'
import { GradebookCell, GradebookLegend } from '@/components/gradebook/gradebook-cell'
import { ariaSort, SortLink } from '@/components/gradebook/sort-link'
import { TotalText } from '@/components/gradebook/total-text'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { KeyboardGrid } from '@/components/ui/keyboard-grid'
import type { TaughtClass } from '@/lib/domain/class'
import type { GradebookRow } from '@/lib/domain/gradebook-row'
import type { GradebookView } from '@/lib/domain/gradebook-view'
import { GradebookLinks } from './gradebook-links'

type Quiz = TaughtClass['quizzes'][number]

function Head({
  classId,
  quizzes,
  view,
}: {
  classId: string
  quizzes: readonly Quiz[]
  view: GradebookView
}) {
  const t = useTranslations('classes')
  const words = useTranslations('gradebook')
  return (
    <thead>
      <tr>
        <th scope="col" abbr={t('student')} aria-sort={ariaSort(view, 'name')}>
          <SortLink view={view} sort="name" of={words('name')}>
            {t('student')}
          </SortLink>
        </th>
        <th scope="col" className="n" abbr={words('total')} aria-sort={ariaSort(view, 'total')}>
          <SortLink view={view} sort="total" of={words('total')}>
            {words('total')}
          </SortLink>
        </th>
        {quizzes.map(({ assignmentId, quizId, short, rules }) => (
          <th
            key={assignmentId}
            scope="col"
            abbr={short}
            className="n"
            aria-sort={ariaSort(view, assignmentId)}
          >
            <a href={`/classes/${classId}/quizzes/${quizId}`}>{short}</a>
            <a className="small block" href={`/classes/${classId}/quizzes/${quizId}/analysis`}>
              {t('analysis')} <span className="vh">{short}</span>
            </a>
            <span className="small block">
              <SortLink view={view} sort={assignmentId} of={short} />
            </span>
            {rules.attempts !== 1 && (
              <span className="small block">{t(`counts.${rules.grading}`)}</span>
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** Students against the quizzes set, in the order of a view, each cell leading to its page. */
export function Gradebook({
  classId,
  quizzes,
  rows,
  view,
  more,
}: {
  classId: string
  quizzes: readonly Quiz[]
  rows: readonly GradebookRow[]
  view: GradebookView
  /** The address of the next page of students, or null on the last one. */
  more: string | null
}) {
  const t = useTranslations('classes')
  const words = useTranslations('gradebook')
  if (rows.length === 0)
    return <EmptyState title={words('nobody')}>{words('nobodyText')}</EmptyState>
  return (
    <>
      <KeyboardGrid hint={t('gridHint')}>
        <DataTable label={t('gradebook')} isTall>
          <Head classId={classId} quizzes={quizzes} view={view} />
          <tbody>
            {rows.map(({ studentId, name, username, total, cells }) => (
              <tr key={studentId}>
                <th scope="row">
                  {name}
                  {username && <span className="small block">{username}</span>}
                </th>
                <td className="n">
                  <TotalText total={total} />
                </td>
                {quizzes.map(({ assignmentId, quizId }) => {
                  const cell = cells.find((each) => each.assignmentId === assignmentId)
                  const href = `/classes/${classId}/quizzes/${quizId}/students/${studentId}`
                  return (
                    <td key={assignmentId} className="n">
                      {cell && <GradebookCell cell={cell} href={href} />}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </DataTable>
      </KeyboardGrid>
      <GradebookLegend />
      <GradebookLinks classId={classId} />
      {more && (
        <p className="mt-4">
          <ButtonLink href={more}>{t('more')}</ButtonLink>
        </p>
      )}
    </>
  )
}
