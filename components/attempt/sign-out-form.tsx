'use client'

import { type FormEvent, useRef, useState } from 'react'
import { forgetReview, keptAnswers, sendAnswers } from '@/components/offline/review-store'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { counted } from '@/components/ui/words'
import type messages from '@/content/messages/en.json'
import { forgetKept } from './kept-in-browser'
import { sendKept } from './send-kept'

type Words = (typeof messages)['attempt']['kept']

const PATIENCE = 5_000

/**
 * Signing out takes away what this browser has kept of the learner: sent first, and where that fails
 * only after it was said. Without JavaScript nothing is ever kept.
 */
export function SignOutForm({
  action,
  learner,
  label,
  words,
}: {
  action(form: FormData): void | Promise<void>
  learner: string
  label: string
  words: Words
}) {
  const isReady = useRef(false)
  const [left, setLeft] = useState(0)

  async function clear(form: HTMLFormElement) {
    if (left === 0) {
      const { news, stop } = await sendKept(learner, () => {}, PATIENCE)
      stop()
      await sendAnswers(learner, Date.now)
      const waiting = keptAnswers().filter((each) => each.learner === learner).length
      if (news.left + waiting > 0) return setLeft(news.left + waiting)
    }
    await forgetKept(learner)
    forgetReview(learner)
    isReady.current = true
    form.requestSubmit()
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    if (isReady.current) return
    event.preventDefault()
    void clear(event.currentTarget)
  }

  return (
    <form action={action} onSubmit={onSubmit} className="grid justify-items-start gap-4">
      <div aria-live="assertive" className="empty:hidden">
        {left > 0 && <Notice tone="trouble">{counted(words.lose, left)}</Notice>}
      </div>
      <Button type="submit">{left > 0 ? words['lose-all'] : label}</Button>
    </form>
  )
}
