import { ChoiceList } from './choice-list'
import type { FieldProps } from './field-props'

export function SingleChoice({ question, value, onChange, ...rest }: FieldProps<'single-choice'>) {
  return (
    <ChoiceList
      {...rest}
      questionId={question.id}
      type="radio"
      options={question.face.options}
      chosen={value === null ? [] : [value]}
      onChoose={([chosen]) => onChange(chosen ?? null, 'chosen')}
    />
  )
}
