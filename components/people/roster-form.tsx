'use client'

import { type FormEvent, useActionState, useEffect, useRef } from 'react'
import { FormTold } from '@/components/form/form-fields'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { RosterTold } from '@/lib/domain/roster'
import { emptyForm, type FormAction } from '@/lib/form'
import { PupilCards } from './pupil-cards'
import { RosterFields } from './roster-fields'
import { RosterPlan } from './roster-plan'
import type { RosterWords } from './roster-words'

interface RosterFormProps {
  action: FormAction<RosterTold>
  classId: string
  words: RosterWords
}

/**
 * From a list to cards in three steps, each the answer to a form: without JavaScript the page comes
 * back with the next one.
 */
export function RosterForm({ action, classId, words }: RosterFormProps) {
  const [state, act, isPending] = useActionState(action, emptyForm)
  const { told, message, errors } = state
  const answer = useRef<HTMLDivElement>(null)

  // The answer takes the place of what was asked: whoever hears the page has to be told.
  useEffect(() => {
    if (told) answer.current?.focus()
  }, [told])
  useEffect(() => {
    if (Object.keys(errors).length > 0)
      answer.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [errors])

  // A second press would ask for the same accounts twice, and answer without their passwords.
  const once = (event: FormEvent) => isPending && event.preventDefault()
  const hidden = (step: 'read' | 'write') => (
    <>
      <input type="hidden" name="classId" value={classId} />
      <input type="hidden" name="back" value={`/classes/${classId}/people/import`} />
      <input type="hidden" name="step" value={step} />
    </>
  )
  const trouble = (
    <div aria-live="polite" className="told">
      {message && <Notice tone="trouble">{message}</Notice>}
    </div>
  )

  if (told?.step === 'cards')
    return (
      <div ref={answer} tabIndex={-1}>
        <PupilCards told={told} classId={classId} words={words.form} />
      </div>
    )
  if (told)
    return (
      <div ref={answer} tabIndex={-1}>
        {trouble}
        <div className="grid gap-8">
          <RosterPlan rows={told.rows} words={words.form} slide={words.slide} />
          <form action={act} onSubmit={once} className="grid justify-items-start gap-4">
            {hidden('write')}
            <input type="hidden" name="text" value={told.text} />
            <RosterConfirm told={told} isPending={isPending} words={words} />
          </form>
          <details>
            <summary>{words.form.mend}</summary>
            <form action={act} onSubmit={once} className="mt-4 grid max-w-xl gap-5">
              {hidden('read')}
              <div className="field">
                <label htmlFor="text">{words.form.mendLabel}</label>
                <textarea id="text" name="text" rows={12} defaultValue={told.text} />
              </div>
              <div>
                <Button type="submit">{words.form.again}</Button>
              </div>
            </form>
          </details>
        </div>
      </div>
    )
  return (
    <div ref={answer} className="max-w-xl">
      {trouble}
      <form action={act} onSubmit={once} className="grid gap-6" noValidate>
        {hidden('read')}
        <FormTold value={state}>
          <RosterFields words={words} />
        </FormTold>
        <div>
          <Button type="submit" variant="main" aria-disabled={isPending}>
            {words.read}
          </Button>
        </div>
      </form>
    </div>
  )
}

function RosterConfirm({
  told,
  isPending,
  words: { form },
}: {
  told: Extract<RosterTold, { step: 'plan' }>
  isPending: boolean
  words: RosterWords
}) {
  const count = told.rows.filter(({ outcome }) => outcome === 'new').length
  if (count === 0) return <p>{form.nobody}</p>
  const { one, other } = form.confirm
  return (
    <>
      <p className="cap max-w-xl">{form.slow}</p>
      <Button type="submit" variant="main" aria-disabled={isPending}>
        {count === 1 ? one : other.replace('{count}', String(count))}
      </Button>
    </>
  )
}
