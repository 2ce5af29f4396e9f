'use client'

import { createContext, type InputHTMLAttributes, use } from 'react'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { emptyForm, type FormState } from '@/lib/form'

/** What the form around them has been told; the fields below show their part of it. */
export const FormTold = createContext<Omit<FormState, 'told'>>(emptyForm)

/** What was typed into a field when the form was refused, else what it begins with. */
function useValue(name: string, initial: string): { value: string; error: string | undefined } {
  const { lists, errors } = use(FormTold)
  return { value: lists ? (lists[name]?.[0] ?? '') : initial, error: errors[name] }
}

/** One line of a form that an `ActionForm` holds, with its error and what was typed. */
export function FormField({
  name,
  label,
  initial = '',
  help,
  ...input
}: { name: string; label: string; initial?: string; help?: string } & Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'name' | 'id' | 'defaultValue'
>) {
  const { value, error } = useValue(name, initial)
  return (
    <Field
      key={value}
      name={name}
      label={label}
      help={help}
      error={error}
      defaultValue={value}
      {...input}
    />
  )
}

/** Several lines to write. */
export function FormText({
  name,
  label,
  help,
  rows,
  maxLength,
  initial = '',
  id = name,
}: {
  name: string
  label: string
  help?: string
  rows: number
  maxLength?: number
  initial?: string
  /** Its own where a page has several forms with such a field. */
  id?: string
}) {
  const { value, error } = useValue(name, initial)
  const described = [error && `${name}-error`, help && `${id}-help`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        key={value}
        id={id}
        name={name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
      />
      <FormError name={name} />
      {help && (
        <p className="cap" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  )
}

export interface FormOption {
  value: string
  label: string
}

/** A choice of one from a few, as a native list. */
export function FormSelect({
  name,
  label,
  initial,
  options,
}: {
  name: string
  label: string
  initial: string
  options: readonly FormOption[]
}) {
  const { value, error } = useValue(name, initial)
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select
        key={value}
        id={name}
        name={name}
        className="sel"
        defaultValue={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-error` : undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <FormError name={name} />
    </div>
  )
}

/** A box to tick; several of one name make a list. */
export function FormCheck({
  name,
  value,
  label,
  isHidden = false,
  initial,
}: {
  name: string
  value: string
  label: string
  /** Whether the label is there for screen readers alone, since it stands in a table's heads. */
  isHidden?: boolean
  initial: boolean
}) {
  const { lists } = use(FormTold)
  const isChecked = lists ? (lists[name]?.includes(value) ?? false) : initial
  return (
    <label className="tick">
      <input
        key={String(isChecked)}
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={isChecked}
      />
      <span className={isHidden ? 'vh' : undefined}>{label}</span>
    </label>
  )
}

/** The sentence at a field, or at a group of them, which is focused itself: it has no field of its own. */
export function FormError({ name, isGroup = false }: { name: string; isGroup?: boolean }) {
  const error = use(FormTold).errors[name]
  return error ? (
    <p className="err" id={`${name}-error`} tabIndex={-1} data-invalid={isGroup || undefined}>
      <Icon name="trouble" />
      <span>{error}</span>
    </p>
  ) : null
}
