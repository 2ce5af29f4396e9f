import { useRef } from 'react'
import { useEarlyInput } from './early-input'

/** A native list to choose one from; its first entry stands for "nothing chosen". */
export function ChosenSelect({
  name,
  label,
  className,
  empty,
  options,
  value,
  disabled,
  onChoose,
}: {
  name: string
  label: string
  className: string
  empty: string
  options: { id: string; text: string }[]
  value: string
  disabled: boolean
  onChoose(id: string): void
}) {
  const select = useRef<HTMLSelectElement>(null)
  useEarlyInput(() => {
    const chosen = select.current?.value ?? ''
    if (chosen !== value) onChoose(chosen)
  })
  return (
    <select
      ref={select}
      className={className}
      name={name}
      aria-label={label}
      value={value}
      disabled={disabled}
      onChange={(event) => onChoose(event.target.value)}
    >
      <option value="">{empty}</option>
      {options.map(({ id, text }) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  )
}
