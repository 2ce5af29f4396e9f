import { ChoiceList } from './choice-list'
import type { FieldProps } from './field-props'

export function MultipleResponse({
  question,
  value,
  onChange,
  ...rest
}: FieldProps<'multiple-response'>) {
  return (
    <ChoiceList
      {...rest}
      questionId={question.id}
      type="checkbox"
      options={question.face.options}
      chosen={value ?? []}
      onChoose={(chosen) => onChange(chosen.length > 0 ? chosen : null, 'chosen')}
    />
  )
}
