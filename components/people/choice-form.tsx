'use client'

import { useActionState } from 'react'
import type { FormOption } from '@/components/form/form-fields'
import { Button } from '@/components/ui/button'
import { fill } from '@/components/ui/words'
import { emptyForm, type FormAction } from '@/lib/form'
import { WhoseIds } from './whose-ids'

/**
 * One choice about one person of a class, saved where it stands. What was saved is said, also aloud;
 * without JavaScript the page comes back with the choice beside the name.
 */
export function ChoiceForm({
  action,
  classId,
  userId,
  id,
  name,
  label,
  initial,
  options,
  save,
  saved,
}: {
  action: FormAction
  classId: string
  userId: string
  id: string
  name: string
  label: string
  initial: string
  options: readonly FormOption[]
  save: string
  /** With {value} for what the action says that it has saved. */
  saved: string
}) {
  const [state, act, isPending] = useActionState(action, emptyForm)
  return (
    <form
      action={act}
      onSubmit={(event) => isPending && event.preventDefault()}
      className="row-form"
    >
      <WhoseIds classId={classId} userId={userId} />
      <input type="hidden" name="back" value={`/classes/${classId}/people`} />
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <select id={id} name={name} className="sel" key={initial} defaultValue={initial}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
      <Button type="submit" aria-disabled={isPending}>
        {save}
      </Button>
      <p role="status" className="cap">
        {state.made ? fill(saved, state.made) : state.message}
      </p>
    </form>
  )
}
