'use client'

import { type ReactNode, useActionState, useEffect, useRef } from 'react'
import { FormTold } from '@/components/form/form-fields'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { CorrectionTold } from '@/lib/domain/correction-form'
import { emptyForm, type FormAction } from '@/lib/form'
import { CorrectionPlanView } from './correction-plan'
import type { CorrectionWords } from './words'

/**
 * Puts a question right in two steps of one form: what would change is told below the fields, which
 * keep what was written, and can be applied from there. A plain form without JavaScript.
 */
export function CorrectionForm({
  action,
  hidden,
  words,
  children,
}: {
  action: FormAction<CorrectionTold>
  hidden: Record<string, string>
  words: CorrectionWords
  /** The fields, as those of `form-fields`. */
  children: ReactNode
}) {
  const [state, act, isPending] = useActionState(action, emptyForm)
  const { told, message, errors } = state
  const form = useRef<HTMLFormElement>(null)
  const answer = useRef<HTMLElement>(null)

  useEffect(() => {
    if (told) answer.current?.focus()
  }, [told])
  useEffect(() => {
    if (Object.keys(errors).length > 0)
      form.current
        ?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid="true"]')
        ?.focus()
  }, [errors])

  return (
    <form
      ref={form}
      action={act}
      onSubmit={(event) => isPending && event.preventDefault()}
      className="grid grid-cols-1 gap-6"
      noValidate
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div aria-live="polite" className="max-w-xl empty:hidden">
        {errors.correction && <Notice tone="trouble">{errors.correction}</Notice>}
      </div>
      <FormTold value={{ ...state, lists: told ? told.lists : state.lists }}>{children}</FormTold>
      <div>
        <Button
          type="submit"
          name="step"
          value="plan"
          variant={told ? 'plain' : 'main'}
          aria-disabled={isPending}
        >
          {told ? words.planAgain : words.plan}
        </Button>
      </div>
      {told && (
        <section
          ref={answer}
          tabIndex={-1}
          className="grid grid-cols-1 gap-4"
          aria-labelledby="plan-title"
        >
          <h3 id="plan-title">{words.title}</h3>
          <div aria-live="polite" className="empty:hidden">
            {message && <Notice tone="trouble">{message}</Notice>}
          </div>
          <CorrectionPlanView plan={told.plan} words={words} />
          <input type="hidden" name="seen" value={told.seen} />
          <div>
            <Button
              type="submit"
              name="step"
              value="apply"
              variant="main"
              aria-disabled={isPending}
            >
              {words.apply}
            </Button>
          </div>
        </section>
      )}
    </form>
  )
}
