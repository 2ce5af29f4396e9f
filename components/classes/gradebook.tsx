import { useTranslations } from 'next-intl'
import { ScoreText } from '@/components/result/score-text'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon, type IconName } from '@/components/ui/icon'
import { KeyboardGrid } from '@/components/ui/keyboard-grid'
import type { GradebookRow, TaughtClass } from '@/lib/domain/class'
import { type CellState, cellOf, type GradeCell, pointsOf } from '@/lib/domain/gradebook'
import { GradebookLinks } from './gradebook-links'

type Quiz = TaughtClass['quizzes'][number]

const signs: Record<Exclude<CellState, 'graded'>, IconName | null> = {
  'under-way': 'saving',
  missing: 'blank',
  ahead: null,
  excused: null,
}

function Cell({ cell }: { cell: GradeCell }) {
  const t = useTranslations('classes')
  const { state, attemptId, attempts, isLate, points } = cell
  const earned = pointsOf(cell)
  if (state !== 'graded') {
    const sign = signs[state]
    return sign ? (
      <Icon name={sign} label={t(`cell.${state}`)} />
    ) : (
      <span>{t(`cell.${state}`)}</span>
    )
  }
  return (
    <>
      {isLate && <Icon name="clock" label={t('cell.late')} />}{' '}
      <a href={`/attempts/${attemptId}/result`}>
        {earned && points !== null && <ScoreText earned={earned} points={points} />}
      </a>
      {attempts > 1 && <span className="small block">{t('tries', { count: attempts })}</span>}
    </>
  )
}

function Legend() {
  const t = useTranslations('classes')
  return (
    <p className="cap mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
      <span className="inline-flex items-center gap-2">
        <Icon name="blank" /> {t('cell.missing')}
      </span>
      <span className="inline-flex items-center gap-2">
        <Icon name="saving" /> {t('cell.under-way')}
      </span>
      <span className="inline-flex items-center gap-2">
        <Icon name="clock" /> {t('cell.late')}
      </span>
      <span>{t('gradebookHelp')}</span>
    </p>
  )
}

const NOTHING = { attempts: [], exception: null }

/** Students by name against the quizzes set, each grade leading to the attempt that makes it. */
export function Gradebook({
  classId,
  quizzes,
  rows,
  more,
  code,
  now,
}: {
  classId: string
  quizzes: readonly Quiz[]
  rows: readonly GradebookRow[]
  /** The address of the next page of students, or null on the last one. */
  more: string | null
  /** Null for whoever brings nobody in. */
  code: string | null
  now: Date
}) {
  const t = useTranslations('classes')
  if (rows.length === 0)
    return (
      <EmptyState title={t('noStudents')}>
        {code ? t('noStudentsText', { code }) : t('noStudentsObserved')}
      </EmptyState>
    )
  return (
    <>
      <KeyboardGrid hint={t('gridHint')}>
        <DataTable label={t('gradebook')} isTall>
          <thead>
            <tr>
              <th scope="col">{t('student')}</th>
              {quizzes.map(({ assignmentId, quizId, short, rules }) => (
                <th key={assignmentId} scope="col" abbr={short} className="n">
                  <a href={`/classes/${classId}/quizzes/${quizId}`}>{short}</a>
                  <a
                    className="small block"
                    href={`/classes/${classId}/quizzes/${quizId}/analysis`}
                  >
                    {t('analysis')} <span className="vh">{short}</span>
                  </a>
                  {rules.attempts !== 1 && (
                    <span className="small block">{t(`counts.${rules.grading}`)}</span>
                  )}
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
                {quizzes.map((quiz) => (
                  <td key={quiz.assignmentId} className="n">
                    <Cell
                      cell={cellOf(
                        quiz,
                        row.extraTime,
                        row.taken.find((each) => each.assignmentId === quiz.assignmentId) ??
                          NOTHING,
                        now,
                      )}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </DataTable>
      </KeyboardGrid>
      <Legend />
      <GradebookLinks classId={classId} />
      {more && (
        <p className="mt-4">
          <ButtonLink href={more}>{t('more')}</ButtonLink>
        </p>
      )}
    </>
  )
}
