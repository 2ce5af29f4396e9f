import { type FormEvent, startTransition, useRef, useState } from 'react'
import type { AttemptItem, NavigatorItem } from '@/lib/domain/open-attempt'
import type { Autosave } from './autosave-contract'

/** How long a button waits for answers that are on their way, in milliseconds. */
const PATIENCE = 4000
/** How long after a submission another one is taken for a double click, in milliseconds. */
const REST = 1000

/** Next tells a client of a redirect by throwing; such an error has to travel on. */
const isNavigation = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'digest' in error &&
  typeof error.digest === 'string' &&
  error.digest.startsWith('NEXT_')

const pressed = (event: FormEvent<HTMLFormElement>): HTMLElement | null =>
  event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null

/** Shows a question of the page that is open, by its number. */
export function showQuestion(number: string) {
  const question = document.getElementById(`q${number}`)
  question?.scrollIntoView()
  question?.querySelector<HTMLElement>('.qfield :is(input, select, button)')?.focus()
}

/** The page to which a button leads, where it leads to one. */
function pageOf(go: string, page: number, pageCount: number): number | null {
  if (go === 'next') return Math.min(page + 1, pageCount)
  if (go === 'previous') return Math.max(page - 1, 1)
  const [, number] = /^page:(\d+)$/.exec(go) ?? []
  return number === undefined ? null : Number(number)
}

/**
 * Submitting the sheet with JavaScript: answers on their way arrive first, then the form goes with
 * the versions known by then, and with whatever could not be saved (`age.<question>` says how many
 * milliseconds ago it was given). A second press while one is under way does nothing.
 */
export function useSubmit({
  action,
  autosave,
  items,
  page,
  pageCount,
  turn,
  unfinished,
}: {
  action(form: FormData): void | Promise<void>
  autosave: Autosave
  items: readonly AttemptItem[]
  page: number
  pageCount: number
  /** Shows another page that is here already; null where pages come from the server. */
  turn: ((page: number, question: string | null) => void) | null
  /** Questions that "Check" would fix although they are not answered: told once before it does. */
  unfinished: readonly NavigatorItem[]
}) {
  const isLeaving = useRef(false)
  const [isUnsent, setUnsent] = useState(false)
  const [warned, setWarned] = useState<'blank' | 'started' | null>(null)
  const warning = unfinished.length > 0 ? warned : null

  async function leave(form: HTMLFormElement, submitter: HTMLElement | null) {
    await autosave.settle(PATIENCE)
    const data = new FormData(form, submitter)
    for (const { question } of items)
      data.set(`v.${question.id}`, String(autosave.version(question.id)))
    for (const [id, age] of Object.entries(autosave.pending())) data.set(`age.${id}`, String(age))
    if (warning) data.set('sure', '1')
    if (warned) data.set('sure', '1')
    startTransition(async () => {
      try {
        await action(data)
      } catch (error) {
        if (isNavigation(error)) throw error
        setUnsent(true)
      } finally {
        setTimeout(() => {
          isLeaving.current = false
        }, REST)
      }
    })
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const submitter = pressed(event)
    const go = submitter instanceof HTMLButtonElement ? submitter.value : 'save'
    if (go === 'save') return autosave.retry()
    const question = submitter?.dataset.question ?? null
    const to = pageOf(go, page, pageCount)
    if (to === page && question !== null) return showQuestion(question)
    if (to !== null && turn) {
      autosave.retry()
      setUnsent(false)
      return turn(to, question)
    }
    if (go === 'check' && unfinished.length > 0 && !warning) {
      setWarned(
        unfinished.every(({ completeness }) => completeness === 'blank') ? 'blank' : 'started',
      )
      return
    }
    if (isLeaving.current) return
    isLeaving.current = true
    setUnsent(false)
    void leave(event.currentTarget, submitter)
  }

  return { onSubmit, isUnsent, warning }
}
