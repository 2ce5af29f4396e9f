import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/form/action-form'
import { FormField, FormSelect } from '@/components/form/form-fields'
import { type Dates, GRADINGS, LATE_POLICIES, type Rules } from '@/lib/domain/assignment'
import type { FormAction } from '@/lib/form'
import { DateFields } from './date-fields'
import { type Pool, QuestionRules } from './question-rules'
import { ReviewMatrixField } from './review-matrix'

/** How a quiz is set to a class: dates in the class's zone, limits, grading, what results show. */
export function SettingForm({
  action,
  classId,
  quizId,
  timeZone,
  dates,
  rules,
  pool,
  isNew,
}: {
  action: FormAction
  classId: string
  quizId: string
  timeZone: string
  dates: Dates
  rules: Rules
  pool: Pool
  isNew: boolean
}) {
  const t = useTranslations('assignment.form')
  const options = (names: readonly string[], group: string) =>
    names.map((value) => ({ value, label: t(`${group}.${value}`) }))
  const number = (value: number | null) => (value === null ? '' : String(value))
  return (
    <ActionForm
      action={action}
      submit={t(isNew ? 'set' : 'save')}
      main
      wide
      fields={[]}
      hidden={{ classId, quizId, back: `/classes/${classId}/quizzes/${quizId}` }}
    >
      <fieldset className="group">
        <legend>{t('dates')}</legend>
        <p className="cap">{t('datesHelp', { zone: timeZone.replaceAll('_', ' ') })}</p>
        <DateFields
          dates={dates}
          timeZone={timeZone}
          labels={{ opensAt: t('opensAt'), dueAt: t('dueAt'), closesAt: t('closesAt') }}
        />
        <div className="side-by-side">
          <FormSelect
            name="late"
            label={t('late')}
            initial={rules.late}
            options={options(LATE_POLICIES, 'lates')}
          />
          <FormField
            name="latePercent"
            label={t('latePercent')}
            inputMode="numeric"
            initial={number(rules.latePercent)}
          />
        </div>
      </fieldset>
      <fieldset className="group">
        <legend>{t('attempt')}</legend>
        <div className="side-by-side">
          <FormField
            name="minutes"
            label={t('minutes')}
            help={t('minutesHelp')}
            inputMode="numeric"
            initial={number(rules.minutes)}
          />
          <FormField
            name="attempts"
            label={t('attempts')}
            help={t('attemptsHelp')}
            inputMode="numeric"
            initial={number(rules.attempts)}
          />
          <FormSelect
            name="grading"
            label={t('grading')}
            initial={rules.grading}
            options={options(GRADINGS, 'gradings')}
          />
        </div>
      </fieldset>
      <QuestionRules rules={rules} pool={pool} />
      <ReviewMatrixField review={rules.review} />
    </ActionForm>
  )
}
