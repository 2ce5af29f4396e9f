'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useActionState, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { fill } from '@/components/ui/words'
import { emptyForm, type FormAction } from '@/lib/form'
import { FormTold } from './form-fields'

interface FieldOf {
  name: string
  label: string
  type?: 'text' | 'email' | 'password'
  help?: string
  autoComplete?: string
  defaultValue?: string
  maxLength?: number
}

interface ActionFormProps {
  action: FormAction
  fields: FieldOf[]
  submit: string
  /** Sent along unseen, such as the page to come back to. */
  hidden?: Record<string, string>
  main?: boolean
  /** Told after a success that brings something back, with `{name}` for each word that it brings. */
  made?: string
  /** Sets the ids of fields apart where a page has several forms. */
  prefix?: string
  /** Whether the form takes the width of the page. */
  wide?: boolean
  /** Further fields, as those of `form-fields`. */
  children?: ReactNode
}

/**
 * A form whose action answers with sentences at the fields. It is a plain form first: without
 * JavaScript the page comes back with the same sentences and with what was typed.
 */
export function ActionForm({
  action,
  fields,
  submit,
  hidden = {},
  main = false,
  made,
  prefix = '',
  wide = false,
  children,
}: ActionFormProps) {
  const [state, act, isPending] = useActionState(action, emptyForm)
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)

  // What was made stands elsewhere on the page, too.
  useEffect(() => {
    if (state.made) router.refresh()
  }, [state, router])

  useEffect(() => {
    if (Object.keys(state.errors).length === 0) return
    form.current
      ?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid="true"]')
      ?.focus()
  }, [state])

  return (
    <form
      ref={form}
      action={act}
      // A second press while the first is under way would ask for the same thing twice.
      onSubmit={(event) => isPending && event.preventDefault()}
      className={wide ? undefined : 'max-w-md'}
      noValidate
    >
      {/* Here from the start and never hidden, so that what comes into it is announced. */}
      <div aria-live="polite" className="told">
        {state.message && <Notice tone="trouble">{state.message}</Notice>}
        {state.made && made && <Notice tone="information">{fill(made, state.made)}</Notice>}
      </div>
      <div className={wide ? 'grid gap-8' : 'grid gap-5'}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {fields.map(({ defaultValue = '', type = 'text', ...field }) => (
          <Field
            key={`${field.name} ${state.values[field.name] ?? ''}`}
            {...field}
            id={`${prefix}${field.name}`}
            type={type}
            defaultValue={type === 'password' ? '' : (state.values[field.name] ?? defaultValue)}
            error={state.errors[field.name]}
          />
        ))}
        <FormTold value={state}>{children}</FormTold>
        <div>
          <Button type="submit" variant={main ? 'main' : 'plain'} aria-disabled={isPending}>
            {submit}
          </Button>
        </div>
      </div>
    </form>
  )
}
