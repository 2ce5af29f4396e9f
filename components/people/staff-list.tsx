import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { isLastTeacher, STAFF_ROLES, type StaffEntry } from '@/lib/domain/people'
import type { Command } from '@/lib/form'
import { WhoseIds } from './whose-ids'

export interface StaffActions {
  changeRole: Command
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
    <details>
      <summary>
        <span aria-hidden="true">{t('change')}</span>
        <span className="vh">{t('changeOf', { name })}</span>
      </summary>
      {isLast ? (
        <p>{t('lastTeacher')}</p>
      ) : (
        <>
          <form action={actions.changeRole} className="row-form">
            <WhoseIds classId={classId} userId={userId} />
            <div className="field">
              <label htmlFor={`role-${userId}`}>{t('roleOf', { name })}</label>
              <select
                id={`role-${userId}`}
                name="role"
                className="sel"
                key={role}
                defaultValue={role}
              >
                {STAFF_ROLES.map((each) => (
                  <option key={each} value={each}>
                    {roles(each)}
                  </option>
                ))}
              </select>
            </div>
            <Button type="submit">{t('save')}</Button>
          </form>
          <Dismissal {...whose} drop={actions.dropStaff} />
        </>
      )}
    </details>
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
