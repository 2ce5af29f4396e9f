import { useTranslations } from 'next-intl'
import {
  FormCheck,
  FormError,
  FormField,
  FormSelect,
  FormText,
} from '@/components/form/form-fields'
import { explanationField, keyFieldsOf, pointsField } from '@/lib/domain/question/correct'
import type { CorrectionField, CorrectionInput } from '@/lib/domain/question/kind'
import type { AuthoredQuestion } from '@/lib/domain/question/question'

type Shown = CorrectionField & { label: string }

function Several({ name, label, options, initial }: Shown) {
  return (
    <fieldset className="group ticks">
      <legend>{label}</legend>
      {options.map(({ value, text }) => (
        <FormCheck
          key={value}
          name={name}
          value={value}
          label={text}
          initial={initial.includes(value)}
        />
      ))}
      <FormError name={name} isGroup />
    </fieldset>
  )
}

const inputs: Record<CorrectionInput, (field: Shown) => React.ReactNode> = {
  one: ({ name, label, options, initial }) => (
    <FormSelect
      name={name}
      label={label}
      initial={initial[0] ?? ''}
      options={options.map(({ value, text }) => ({ value, label: text }))}
    />
  ),
  several: (field) => <Several {...field} />,
  line: ({ name, label, initial }) => (
    <FormField name={name} label={label} initial={initial[0] ?? ''} />
  ),
  lines: ({ name, label, initial }) => (
    <FormText name={name} label={label} rows={4} initial={initial.join('\n')} />
  ),
  text: ({ name, label, initial }) => (
    <FormText name={name} label={label} rows={3} initial={initial[0] ?? ''} />
  ),
}

/** The key of a question, its points and its explanation as fields; which there are, its kind says. */
export function CorrectionFields({ question }: { question: AuthoredQuestion }) {
  const t = useTranslations('corrections.fields')
  const fields = [...keyFieldsOf(question), pointsField(question), explanationField(question)]
  return (
    <div className="grid max-w-xl gap-5">
      {fields.map((field) => {
        const label = t(field.word, { of: field.of ?? '' })
        return <div key={field.name}>{inputs[field.input]({ ...field, label })}</div>
      })}
    </div>
  )
}

/** What every remedy asks for: the reason, and whether marks may fall. */
export function RemedyFields() {
  const t = useTranslations('corrections')
  return (
    <div className="grid max-w-xl gap-5">
      <FormText name="reason" label={t('reason')} help={t('reasonHelp')} rows={3} />
      <div>
        <FormCheck name="mayLower" value="yes" label={t('mayLowerLabel')} initial={false} />
        <p className="cap">{t('mayLowerHelp')}</p>
      </div>
    </div>
  )
}
