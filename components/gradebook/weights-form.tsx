import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/form/action-form'
import { FormField, FormSelect } from '@/components/form/form-fields'
import { MISSING_POLICIES, type Weighed, type Weighting } from '@/lib/domain/weighting'
import { NEW_CATEGORIES } from '@/lib/domain/weighting-form'
import type { FormAction } from '@/lib/form'

/** How the grades of a class come to its total: what is missing, categories, and weights. */
export function WeightsForm({
  action,
  classId,
  weighting,
}: {
  action: FormAction
  classId: string
  weighting: Weighting & { assignments: (Weighed & { assignmentId: string; title: string })[] }
}) {
  const t = useTranslations('gradebook')
  const { categories, assignments, missing, otherWeight } = weighting
  const rows = [
    ...categories.map(({ id, name, weight }) => ({ key: id, name, weight: String(weight) })),
    ...NEW_CATEGORIES.map((key) => ({ key, name: '', weight: '1' })),
  ]
  const choices = [
    { value: '', label: t('none') },
    ...categories.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <ActionForm
      action={action}
      submit={t('saveWeights')}
      main
      wide
      fields={[]}
      hidden={{ classId, back: `/classes/${classId}/weights` }}
    >
      <fieldset className="group">
        <legend>{t('missingTitle')}</legend>
        <div className="side-by-side">
          <FormSelect
            name="missing"
            label={t('missing')}
            initial={missing}
            options={MISSING_POLICIES.map((value) => ({ value, label: t(`missings.${value}`) }))}
          />
        </div>
      </fieldset>
      <fieldset className="group">
        <legend>{t('categories')}</legend>
        <p className="cap">{t('categoriesHelp')}</p>
        {rows.map(({ key, name, weight }) => (
          <div key={key} className="side-by-side">
            <FormField
              name={`name-${key}`}
              label={t(name ? 'category' : 'newCategory')}
              initial={name}
              maxLength={80}
              autoComplete="off"
            />
            <FormField
              name={`weight-${key}`}
              label={t('weight')}
              initial={weight}
              inputMode="numeric"
              autoComplete="off"
            />
          </div>
        ))}
        <div className="side-by-side">
          <FormField
            name="otherWeight"
            label={t('otherWeight')}
            initial={String(otherWeight)}
            inputMode="numeric"
            autoComplete="off"
          />
        </div>
      </fieldset>
      <fieldset className="group">
        <legend>{t('quizzes')}</legend>
        {assignments.length === 0 && <p>{t('noQuizzes')}</p>}
        {assignments.map(({ assignmentId, title, categoryId, weight }) => (
          <div key={assignmentId} className="side-by-side">
            <FormSelect
              name={`category-${assignmentId}`}
              label={t('quizCategory', { title })}
              initial={categoryId ?? ''}
              options={choices}
            />
            <FormField
              name={`weight-${assignmentId}`}
              label={t('quizWeight', { title })}
              initial={String(weight)}
              inputMode="numeric"
              autoComplete="off"
            />
          </div>
        ))}
      </fieldset>
    </ActionForm>
  )
}
