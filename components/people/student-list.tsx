import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { EXTRA_TIMES } from '@/lib/domain/assignment'
import type { StudentEntry } from '@/lib/domain/people'
import type { Command } from '@/lib/form'
import { WhoseIds } from './whose-ids'

export interface StudentActions {
  saveExtraTime: Command
  dropStudent: Command
}

/** What may be changed of one student; taking out is said before it is done. */
function Change({
  classId,
  student: { userId, name, extraTime },
  isOver,
  actions,
}: {
  classId: string
  student: StudentEntry
  /** Over, a class gives nobody more time; taken out of it somebody can still be. */
  isOver: boolean
  actions: StudentActions
}) {
  const t = useTranslations('people')
  const whom = <WhoseIds classId={classId} userId={userId} />
  return (
    <details>
      <summary>
        <span aria-hidden="true">{t('change')}</span>
        <span className="vh">{t('changeOf', { name })}</span>
      </summary>
      {!isOver && (
        <form action={actions.saveExtraTime} className="row-form">
          {whom}
          <div className="field">
            <label htmlFor={`time-${userId}`}>{t('extraTimeOf', { name })}</label>
            <select
              id={`time-${userId}`}
              name="extraTime"
              className="sel"
              key={extraTime}
              defaultValue={extraTime}
            >
              {EXTRA_TIMES.map((each) => (
                <option key={each} value={each}>
                  {t(`extraTimes.${each}`)}
                </option>
              ))}
            </select>
          </div>
          <Button type="submit">{t('save')}</Button>
        </form>
      )}
      <details>
        <summary>{t('remove')}</summary>
        <p className="max-w-xl">{t('removeText', { name })}</p>
        <form action={actions.dropStudent} className="mt-3">
          {whom}
          <Button type="submit">{t('removeYes', { name })}</Button>
        </form>
      </details>
    </details>
  )
}

/** The students of a class by name, with their extra time; `actions` for whoever may change them. */
export function StudentList({
  classId,
  students,
  isOver,
  actions,
}: {
  classId: string
  students: readonly StudentEntry[]
  isOver: boolean
  actions: StudentActions | null
}) {
  const t = useTranslations('people')
  if (students.length === 0)
    return (
      <EmptyState title={t(isOver ? 'noStudentsOver' : 'noStudents')}>
        {actions && !isOver && t('noStudentsText')}
      </EmptyState>
    )
  return (
    <ul className="people">
      {students.map((student) => {
        const { userId, name, username, extraTime, hasFirstPassword } = student
        return (
          <li key={userId} id={userId}>
            <p>
              <strong>{name}</strong>
              {username && <span className="cap"> {username}</span>}
            </p>
            <p className="cap">
              {[
                extraTime !== 'none' && t(`extraTimes.${extraTime}`),
                hasFirstPassword && t('waiting'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {actions && (
              <Change classId={classId} student={student} isOver={isOver} actions={actions} />
            )}
          </li>
        )
      })}
    </ul>
  )
}
