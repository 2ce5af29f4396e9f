import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/form/action-form'
import { FormField, FormSelect, FormText } from '@/components/form/form-fields'
import { COMMENT_LENGTH, REASON_LENGTH } from '@/lib/domain/override-form'
import type { FormAction } from '@/lib/form'

type Hidden = Record<string, string>

/** Sets a grade by hand, with its reason. */
export function OverrideForm({
  action,
  hidden,
  points,
}: {
  action: FormAction
  hidden: Hidden
  /** What the quiz is worth, where something was handed in. */
  points: number | null
}) {
  const t = useTranslations('gradebook')
  const units = [
    { value: 'percent', label: t('units.percent') },
    ...(points === null ? [] : [{ value: 'points', label: t('units.points', { points }) }]),
  ]
  return (
    <ActionForm action={action} submit={t('set')} fields={[]} hidden={hidden}>
      <div className="side-by-side">
        <FormField
          name="grade"
          label={t('grade')}
          help={t('gradeHelp')}
          inputMode="decimal"
          autoComplete="off"
        />
        <FormSelect name="unit" label={t('unit')} initial="percent" options={units} />
      </div>
      <FormField name="reason" label={t('reason')} maxLength={REASON_LENGTH} autoComplete="off" />
    </ActionForm>
  )
}

/** Takes a grade that was set back, with its reason. */
export function LiftForm({ action, hidden }: { action: FormAction; hidden: Hidden }) {
  const t = useTranslations('gradebook')
  return (
    <ActionForm action={action} submit={t('lift')} fields={[]} hidden={hidden}>
      <FormField
        name="liftReason"
        label={t('liftReason')}
        maxLength={REASON_LENGTH}
        autoComplete="off"
      />
    </ActionForm>
  )
}

/** What a student is told about their grade. */
export function CommentForm({
  action,
  hidden,
  name,
  text,
}: {
  action: FormAction
  hidden: Hidden
  name: string
  text: string
}) {
  const t = useTranslations('gradebook')
  return (
    <ActionForm action={action} submit={t('saveComment')} fields={[]} hidden={hidden}>
      <FormText
        name="text"
        label={t('commentTo', { name })}
        help={t('commentHelp')}
        rows={4}
        maxLength={COMMENT_LENGTH}
        initial={text}
      />
    </ActionForm>
  )
}
