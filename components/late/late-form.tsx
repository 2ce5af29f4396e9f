'use client'

import { type FormEvent, type ReactNode, useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { emptyForm, type FormAction } from '@/lib/form'

/** Ticked late answers of one attempt, accepted or left by one of two buttons. */
export function LateForm({
  action,
  hidden,
  accept,
  leave,
  isMain,
  children,
}: {
  action: FormAction
  hidden: Record<string, string>
  /** The words of the two buttons. */
  accept: string
  leave: string
  isMain: boolean
  children: ReactNode
}) {
  const [state, act, isPending] = useActionState(action, emptyForm)
  const once = (event: FormEvent) => isPending && event.preventDefault()
  const trouble = state.message ?? Object.values(state.errors)[0]
  return (
    <form action={act} onSubmit={once} className="grid gap-5">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <div aria-live="polite" className="empty:hidden">
        {trouble && <Notice tone="trouble">{trouble}</Notice>}
      </div>
      <div className="acts">
        <Button
          type="submit"
          name="go"
          value="accept"
          variant={isMain ? 'main' : 'plain'}
          aria-disabled={isPending}
        >
          {accept}
        </Button>
        <Button type="submit" name="go" value="leave" aria-disabled={isPending}>
          {leave}
        </Button>
      </div>
    </form>
  )
}
