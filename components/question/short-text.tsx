import { useId } from 'react'
import { type FieldProps, fieldName } from './field-props'
import { PartState } from './part-state'
import { TypedInput } from './typed-input'

export function ShortText({
  question,
  value,
  onChange,
  disabled,
  marks,
  words,
}: FieldProps<'short-text'>) {
  const id = useId()
  const verdict = marks?.[0]?.verdict
  return (
    <div className="typed">
      <label htmlFor={id}>{words['your-answer']}</label>
      <span className="typed-row">
        <TypedInput
          id={id}
          className={verdict ? `control is-${verdict}` : 'control'}
          name={fieldName(question.id)}
          maxLength={200}
          disabled={disabled}
          value={value ?? ''}
          onType={(text) => onChange(text.trim() === '' ? null : text, 'typed')}
        />
        {verdict && <PartState verdict={verdict} words={words} />}
      </span>
    </div>
  )
}
