import { ChoiceList } from './choice-list'
import type { FieldProps } from './field-props'

export function TrueFalse({ question, value, onChange, ...rest }: FieldProps<'true-false'>) {
  const { labels } = question.face
  return (
    <ChoiceList
      {...rest}
      questionId={question.id}
      type="radio"
      lettered={false}
      options={[
        { id: 'true', text: labels.true },
        { id: 'false', text: labels.false },
      ]}
      chosen={value === null ? [] : [value]}
      onChoose={([chosen]) =>
        onChange(chosen === 'true' || chosen === 'false' ? chosen : null, 'chosen')
      }
    />
  )
}
