import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { ActionForm } from '@/components/form/action-form'
import { FormSelect } from '@/components/form/form-fields'
import { ClassCode } from '@/components/people/class-code'
import { ClassEnd } from '@/components/people/class-end'
import { ClassKept } from '@/components/people/class-kept'
import { StaffList } from '@/components/people/staff-list'
import { StudentList } from '@/components/people/student-list'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { Crumbs } from '@/components/ui/crumbs'
import { LocalTime } from '@/components/ui/local-time'
import { Notice } from '@/components/ui/notice'
import { requireMember } from '@/lib/auth/viewer'
import { findClassPeople } from '@/lib/data/people'
import { shownCode } from '@/lib/domain/class'
import { type ClassPeople, rightsOf, STAFF_ROLES } from '@/lib/domain/people'
import { env } from '@/lib/env'
import { qrOf } from '@/lib/exchange/qr'
import { dropStudent, makeStudent, newCode, resetPassword, saveExtraTime } from './actions'
import {
  addColleague,
  changeRole,
  dropStaff,
  endClass,
  keepClass,
  leaveClass,
  reopenClass,
} from './staff/actions'

type Props = { params: Promise<{ classId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title'), robots: { index: false } }
}

async function Students({ people, mayChange }: { people: ClassPeople; mayChange: boolean }) {
  const t = await getTranslations('people')
  const { id, students, archivedAt } = people
  return (
    <section aria-labelledby="students-title" className="grid gap-5">
      <h2 id="students-title">{t('students')}</h2>
      {mayChange && !archivedAt && (
        <div className="grid justify-items-start gap-3">
          <p className="max-w-xl">{t('importText')}</p>
          <ButtonLink variant="main" href={`/classes/${id}/people/import`}>
            {t('import')}
          </ButtonLink>
        </div>
      )}
      <div>
        <p className="cap mb-3">
          {t('sizes', { count: students.length })}
          {students.length > 0 && mayChange && `. ${t('extraTimeHelp')}`}
        </p>
        <StudentList
          classId={id}
          students={students}
          isOver={archivedAt !== null}
          actions={mayChange ? { saveExtraTime, dropStudent } : null}
        />
      </div>
    </section>
  )
}

/** One account more, and a new first password for one that is there. */
async function Accounts({ people }: { people: ClassPeople }) {
  const t = await getTranslations('people')
  const words = await getTranslations('classes')
  const { id, archivedAt } = people
  const hidden = { classId: id, back: `/classes/${id}/people` }
  const ours = people.students.filter(({ isOurs }) => isOurs)
  return (
    <div className="grid gap-12 md:grid-cols-2">
      {!archivedAt && (
        <section aria-labelledby="add-title" className="grid content-start gap-4">
          <h2 id="add-title">{t('addTitle')}</h2>
          <p>{t('addText')}</p>
          <ActionForm
            action={makeStudent}
            submit={words('add')}
            made={words.raw('added')}
            hidden={hidden}
            fields={[
              { name: 'name', label: words('studentName'), maxLength: 80, autoComplete: 'off' },
              {
                name: 'username',
                label: words('username'),
                help: words('usernameHelp'),
                maxLength: 40,
                autoComplete: 'off',
              },
            ]}
          />
        </section>
      )}
      {ours.length > 0 && (
        <section aria-labelledby="reset-title" className="grid content-start gap-4">
          <h2 id="reset-title">{t('resetTitle')}</h2>
          <p>{t('resetText')}</p>
          <ActionForm
            action={resetPassword}
            submit={t('reset')}
            made={t.raw('resetDone')}
            hidden={hidden}
            fields={[]}
          >
            <FormSelect
              name="userId"
              label={t('resetWho')}
              initial={ours[0]?.userId ?? ''}
              options={ours.map(({ userId, name, username }) => ({
                value: userId,
                label: `${name} (${username})`,
              }))}
            />
          </ActionForm>
        </section>
      )}
    </div>
  )
}

async function Staff({ people, viewerId }: { people: ClassPeople; viewerId: string }) {
  const t = await getTranslations('people')
  const roles = await getTranslations('classes.roles')
  const { id, staff, role } = people
  const mayChange = rightsOf(role).changesStaff
  return (
    <section aria-labelledby="staff-title" className="grid gap-5">
      <h2 id="staff-title">{t('staff')}</h2>
      <p className="max-w-xl">{t(mayChange ? 'staffText' : 'staffTextOthers')}</p>
      <StaffList
        classId={id}
        staff={staff}
        viewerId={viewerId}
        mayChange={mayChange}
        actions={{ changeRole, dropStaff, leaveClass }}
      />
      {mayChange && (
        <div className="mt-5 grid gap-4">
          <h3>{t('addStaff')}</h3>
          <p className="max-w-xl">{t('addStaffText')}</p>
          <ActionForm
            action={addColleague}
            submit={t('addStaffYes')}
            made={t.raw('staffAdded')}
            hidden={{ classId: id, back: `/classes/${id}/people` }}
            fields={[{ name: 'identifier', label: t('identifier'), autoComplete: 'off' }]}
          >
            <FormSelect
              name="role"
              label={t('part')}
              initial="coteacher"
              options={STAFF_ROLES.map((each) => ({ value: each, label: roles(each) }))}
            />
          </ActionForm>
        </div>
      )}
    </section>
  )
}

export default async function PeoplePage({ params }: Props) {
  const { classId } = await params
  const viewer = await requireMember(`/classes/${classId}/people`)
  if (!z.uuid().safeParse(classId).success) notFound()
  const people = (await findClassPeople(viewer, classId)) ?? notFound()
  const t = await getTranslations('people')
  const words = await getTranslations('classes')
  const { changesStudents, changesStaff } = rightsOf(people.role)
  const { archivedAt, code } = people
  const link = code && new URL(`/join/${code}`, env().nextAuthUrl).href
  return (
    <Page viewer={viewer} current="classes">
      <Crumbs
        items={[
          { label: words('crumb'), href: '/classes' },
          { label: people.name, href: `/classes/${classId}` },
          { label: t('title') },
        ]}
      />
      <h1 className="mt-2">{t('title')}</h1>
      <div className="mt-8 grid gap-16">
        {archivedAt && (
          <div className="max-w-xl">
            <Notice tone="information">
              <p>{t.rich('over', { date: () => <LocalTime at={archivedAt} isDay /> })}</p>
            </Notice>
          </div>
        )}
        <Students people={people} mayChange={changesStudents} />
        {changesStudents && code && link && !archivedAt && (
          <ClassCode
            classId={classId}
            code={shownCode(code)}
            link={link}
            qr={qrOf(link)}
            expiresAt={people.codeExpiresAt}
            now={new Date()}
            renew={newCode}
          />
        )}
        {changesStudents && <Accounts people={people} />}
        <Staff people={people} viewerId={viewer.id} />
        {changesStaff && <ClassKept classId={classId} until={people.keptUntil} keep={keepClass} />}
        {changesStaff && (
          <ClassEnd
            classId={classId}
            name={people.name}
            isOver={archivedAt !== null}
            end={endClass}
            reopen={reopenClass}
          />
        )}
      </div>
    </Page>
  )
}
