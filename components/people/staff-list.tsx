import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { fill } from '@/components/ui/words'
import { isLastTeacher, STAFF_ROLES, type StaffEntry } from '@/lib/domain/people'
import type { Command, FormAction } from '@/lib/form'
import { ChangeOf } from './change-of'
import { ChoiceForm } from './choice-form'
import { WhoseIds } from './whose-ids'

export interface StaffActions {
  changeRole: FormAction
  dropStaff: Command
  leaveClass: Command
}

interface Whose {
  classId: string
  entry: StaffEntry
  isViewer: boolean
}

function Dismissal({ classId, entry, isViewer, drop }: Whose & { drop: Command }) {
  const t = useTranslations('people')
  const { userId, name } = entry
  return (
    <details>
      <summary>{t(isViewer ? 'leave' : 'dismiss')}</summary>
      <p className="max-w-xl">{isViewer ? t('leaveText') : t('dismissText', { name })}</p>
      <form action={drop} className="mt-3">
        <WhoseIds classId={classId} userId={userId} />
        <Button type="submit">{isViewer ? t('leaveYes') : t('dismissYes', { name })}</Button>
      </form>
    </details>
  )
}

function Change({ actions, isLast, ...whose }: Whose & { actions: StaffActions; isLast: boolean }) {
  const t = useTranslations('people')
  const roles = useTranslations('classes.roles')
  const { classId, entry } = whose
  const { userId, name, role } = entry
  return (
    <ChangeOf name={name}>
      {isLast ? (
        <p>{t('lastTeacher')}</p>
      ) : (
        <>
          <ChoiceForm
            action={actions.changeRole}
            classId={classId}
            userId={userId}
            id={`role-${userId}`}
            name="role"
            label={t('roleOf', { name })}
            initial={role}
            options={STAFF_ROLES.map((value) => ({ value, label: roles(value) }))}
            save={t('save')}
            saved={fill(t.raw('saved'), { name })}
          />
          <Dismissal {...whose} drop={actions.dropStaff} />
        </>
      )}
    </ChangeOf>
  )
}

/** Who teaches and observes a class. A teacher changes that; everybody else may leave. */
export function StaffList({
  classId,
  staff,
  viewerId,
  mayChange,
  actions,
}: {
  classId: string
  staff: readonly StaffEntry[]
  viewerId: string
  mayChange: boolean
  actions: StaffActions
}) {
  const t = useTranslations('people')
  const roles = useTranslations('classes.roles')
  return (
    <ul className="people">
      {staff.map((entry) => {
        const isViewer = entry.userId === viewerId
        const whose = { classId, entry, isViewer }
        return (
          <li key={entry.userId} id={entry.userId}>
            <p>
              <strong>{entry.name}</strong>
              {isViewer && <span className="cap"> ({t('you')})</span>}
            </p>
            <p className="cap">{roles(entry.role)}</p>
            {mayChange ? (
              <Change {...whose} actions={actions} isLast={isLastTeacher(staff, entry.userId)} />
            ) : (
              isViewer && <Dismissal {...whose} drop={actions.leaveClass} />
            )}
          </li>
        )
      })}
    </ul>
  )
}
