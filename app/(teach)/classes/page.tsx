import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { JoinForm } from '@/components/classes/join-form'
import { TimeZoneField } from '@/components/classes/time-zone-field'
import { ActionForm } from '@/components/form/action-form'
import { Page } from '@/components/site/page'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { requireMember } from '@/lib/auth/viewer'
import { listClasses } from '@/lib/data/classes'
import { makeClass } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('classes'))('title') }
}

export default async function ClassesPage() {
  const t = await getTranslations('classes')
  const viewer = await requireMember('/classes')
  const classes = await listClasses(viewer)
  return (
    <Page viewer={viewer} current="classes">
      <h1>{t('title')}</h1>
      <div className="mt-8">
        {classes.length === 0 ? (
          <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
        ) : (
          <DataTable label={t('title')}>
            <thead>
              <tr>
                <th scope="col">{t('class')}</th>
                <th scope="col">{t('role')}</th>
                <th scope="col" className="n">
                  {t('students')}
                </th>
                <th scope="col" className="n">
                  {t('quizzes')}
                </th>
              </tr>
            </thead>
            <tbody>
              {classes.map((each) => (
                <tr key={each.id}>
                  <th scope="row">
                    <a href={`/classes/${each.id}`}>{each.name}</a>
                    {each.archivedAt && <span className="tag"> ({t('isOver')})</span>}
                  </th>
                  <td>{t(`roles.${each.role}`)}</td>
                  <td className="n">{each.students}</td>
                  <td className="n">{each.assignments}</td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        )}
      </div>
      <div className="mt-16 grid gap-12 md:grid-cols-2">
        <section aria-labelledby="join-title" className="grid content-start gap-4">
          <h2 id="join-title">{t('joinTitle')}</h2>
          <p>{t('joinText')}</p>
          <JoinForm />
        </section>
        <section aria-labelledby="make-title" className="grid content-start gap-4">
          <h2 id="make-title">{t('makeTitle')}</h2>
          <p>{t('makeText')}</p>
          <ActionForm
            action={makeClass}
            submit={t('make')}
            hidden={{ back: '/classes' }}
            fields={[{ name: 'name', label: t('name'), help: t('nameHelp'), maxLength: 80 }]}
          >
            <TimeZoneField label={t('timeZone')} zones={Intl.supportedValuesOf('timeZone')} />
          </ActionForm>
        </section>
      </div>
    </Page>
  )
}
