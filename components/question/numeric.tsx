import { useId, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { readNumber } from '@/lib/domain/typed'
import { type FieldProps, fieldName } from './field-props'
import { PartState } from './part-state'
import { TypedInput } from './typed-input'

export function Numeric({
  question,
  value,
  onChange,
  disabled,
  marks,
  words,
}: FieldProps<'numeric'>) {
  const id = useId()
  const { unit, spellings } = question.face
  const [isTyping, setTyping] = useState(false)
  const typed = value ?? ''
  const isUnread = typed.trim() !== '' && readNumber(typed, [unit, ...spellings]).length === 0
  const isTold = isUnread && !isTyping && !disabled
  const verdict = marks?.[0]?.verdict
  return (
    <div className="typed">
      <label htmlFor={id}>{words['your-answer']}</label>
      <span className="typed-row">
        <TypedInput
          id={id}
          className={verdict ? `control number is-${verdict}` : 'control number'}
          name={fieldName(question.id)}
          inputMode="decimal"
          maxLength={80}
          disabled={disabled}
          aria-describedby={`${id}-unit ${id}-help`}
          aria-invalid={isTold || undefined}
          value={typed}
          onType={(text) => {
            setTyping(true)
            onChange(text.trim() === '' ? null : text, 'typed')
          }}
          onBlur={() => setTyping(false)}
        />
        {unit !== '' && <span id={`${id}-unit`}>{unit}</span>}
        {verdict && <PartState verdict={verdict} words={words} />}
      </span>
      {!marks && (
        <p className={isTold ? 'err' : 'cap'} id={`${id}-help`} aria-live="polite">
          {isTold && <Icon name="trouble" />}
          <span>
            {isTold ? words.number['not-a-number'] : words.number[unit ? 'help-unit' : 'help']}
          </span>
        </p>
      )}
    </div>
  )
}
