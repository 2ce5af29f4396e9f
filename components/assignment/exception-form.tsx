import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/form/action-form'
import { FormCheck, FormField } from '@/components/form/form-fields'
import { Notice } from '@/components/ui/notice'
import type { Seat } from '@/lib/domain/class'
import { REASON_LENGTH } from '@/lib/domain/override-form'
import type { FormAction } from '@/lib/form'
import { DateFields } from './date-fields'

/** What holds for one student alone; empty fields are as for everybody. */
export function ExceptionForm({
  action,
  hidden,
  seat: { name, extraTime, exception, openSince },
  timeZone,
}: {
  action: FormAction
  hidden: Record<string, string>
  seat: Seat
  timeZone: string
}) {
  const t = useTranslations('exceptions')
  const times = useTranslations('people.extraTimes')
  const number = (value: number | null | undefined) => (value ? String(value) : '')
  return (
    <section className="mt-8 grid gap-5" aria-labelledby="exception-title">
      <h2 id="exception-title" tabIndex={-1}>
        {t('formTitle', { name })}
      </h2>
      <p className="max-w-xl">{t('formLead', { zone: timeZone.replaceAll('_', ' ') })}</p>
      {extraTime !== 'none' && (
        <Notice tone="information">{t('extraTime', { name, time: times(extraTime) })}</Notice>
      )}
      {openSince && <Notice tone="information">{t('underWay', { name })}</Notice>}
      <ActionForm action={action} submit={t('save')} main wide fields={[]} hidden={hidden}>
        <DateFields
          dates={exception ?? {}}
          timeZone={timeZone}
          labels={{ opensAt: t('opensAt'), dueAt: t('dueAt'), closesAt: t('closesAt') }}
        />
        <div className="side-by-side">
          <FormField
            name="minutes"
            label={t('minutes')}
            inputMode="numeric"
            initial={number(exception?.minutes)}
          />
          <FormField
            name="extraAttempts"
            label={t('extraAttempts')}
            inputMode="numeric"
            initial={number(exception?.extraAttempts)}
          />
        </div>
        <div>
          <FormCheck
            name="isExcused"
            value="yes"
            label={t('isExcused')}
            initial={exception?.isExcused ?? false}
          />
        </div>
        <FormField
          name="reason"
          label={t('reason')}
          help={t('reasonHelp')}
          maxLength={REASON_LENGTH}
          autoComplete="off"
        />
      </ActionForm>
    </section>
  )
}
