import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/form/action-form'
import { FormField } from '@/components/form/form-fields'
import type { Day } from '@/lib/domain/study-day'
import type { FormAction } from '@/lib/form'

/** Until when a class is kept, after saying what happens then. */
export function ClassKept({
  classId,
  until,
  keep,
}: {
  classId: string
  until: Day | null
  keep: FormAction
}) {
  const t = useTranslations('people')
  return (
    <section aria-labelledby="kept-title" className="grid justify-items-start gap-4">
      <h2 id="kept-title">{t('kept')}</h2>
      <p className="max-w-xl">{t('keptText')}</p>
      <ActionForm
        action={keep}
        submit={t('keptSave')}
        made={t('keptSaved')}
        hidden={{ classId, back: `/classes/${classId}/people` }}
        fields={[]}
      >
        <FormField name="until" type="date" label={t('keptUntil')} initial={until ?? ''} />
      </ActionForm>
    </section>
  )
}
