import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { fill } from '@/components/ui/words'
import { EXTRA_TIMES } from '@/lib/domain/assignment'
import type { StudentEntry } from '@/lib/domain/people'
import type { Command, FormAction } from '@/lib/form'
import { ChangeOf } from './change-of'
import { ChoiceForm } from './choice-form'
import { WhoseIds } from './whose-ids'

export interface StudentActions {
  saveExtraTime: FormAction
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
  return (
    <ChangeOf name={name}>
      {!isOver && (
        <ChoiceForm
          action={actions.saveExtraTime}
          classId={classId}
          userId={userId}
          id={`time-${userId}`}
          name="extraTime"
          label={t('extraTimeOf', { name })}
          initial={extraTime}
          options={EXTRA_TIMES.map((value) => ({ value, label: t(`extraTimes.${value}`) }))}
          save={t('save')}
          saved={fill(t.raw('saved'), { name })}
        />
      )}
      <details>
        <summary>{t('remove')}</summary>
        <p className="max-w-xl">{t('removeText', { name })}</p>
        <form action={actions.dropStudent} className="mt-3">
          <WhoseIds classId={classId} userId={userId} />
          <Button type="submit">{t('removeYes', { name })}</Button>
        </form>
      </details>
    </ChangeOf>
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
