import { useTranslations } from 'next-intl'
import { zonedText } from '@/components/assignment/zoned'
import { ActionForm } from '@/components/form/action-form'
import { FormSelect, FormText } from '@/components/form/form-fields'
import type { OwnReport } from '@/lib/domain/mark-change'
import type { FormAction } from '@/lib/form'

/** Tells the teacher that something is wrong with a question; told once, it says so. */
export function ReportForm({
  action,
  attemptId,
  questionId,
  reported,
  timeZone,
}: {
  /** Null where nothing more can be told. */
  action: FormAction | null
  attemptId: string
  questionId: string
  reported: OwnReport | null
  timeZone: string
}) {
  const t = useTranslations('corrections.report')
  if (reported) {
    const { at, text, settledAt } = reported
    return (
      <p className="cap mt-4">
        {t('stands', { at: zonedText(at, timeZone), text })} {t(settledAt ? 'settled' : 'waits')}
      </p>
    )
  }
  if (!action) return null
  return (
    <details className="question-report">
      <summary>{t('open')}</summary>
      <ActionForm
        action={action}
        fields={[]}
        submit={t('send')}
        hidden={{ attemptId, questionId, back: `/attempts/${attemptId}/result` }}
        made={t('sent')}
      >
        <FormText
          id={`report-${questionId}`}
          name="text"
          label={t('text')}
          help={t('help')}
          rows={3}
        />
      </ActionForm>
    </details>
  )
}

/** The same where the result shows no question: the student says which by its number alone. */
export function ReportAnyForm({
  action,
  attemptId,
  questions,
}: {
  action: FormAction
  attemptId: string
  questions: readonly { id: string; number: number }[]
}) {
  const t = useTranslations('corrections.report')
  return (
    <details className="question-report">
      <summary>{t('openAny')}</summary>
      <ActionForm
        action={action}
        fields={[]}
        submit={t('send')}
        hidden={{ attemptId, back: `/attempts/${attemptId}/result` }}
        made={t('sent')}
      >
        <FormSelect
          name="questionId"
          label={t('which')}
          initial={questions[0]?.id ?? ''}
          options={questions.map(({ id, number }) => ({
            value: id,
            label: t('option', { number }),
          }))}
        />
        <FormText name="text" label={t('text')} help={t('help')} rows={3} />
      </ActionForm>
    </details>
  )
}
