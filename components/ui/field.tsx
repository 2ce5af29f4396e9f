import type { InputHTMLAttributes } from 'react'
import { Icon } from './icon'

type FieldProps = {
  label: string
  name: string
  /** Taken from `name` where it is left out. */
  id?: string
  help?: string | undefined
  error?: string | undefined
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'name'>

/** One line to fill in, with its label above; help and error are tied to it for screen readers. */
export function Field({ label, name, id = name, help, error, ...input }: FieldProps) {
  const described = [error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        {...input}
      />
      {error && (
        <p className="err" id={`${id}-error`}>
          <Icon name="trouble" />
          <span>{error}</span>
        </p>
      )}
      {help && (
        <p className="cap" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  )
}
