'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { focusOf, type Intent, intentOf } from './key-intent'

const STORED = 'rendezvous-keys'

/** A browser that keeps nothing has the keys on. */
function isSwitchedOn(): boolean {
  try {
    return window.localStorage.getItem(STORED) !== 'off'
  } catch {
    return true
  }
}
function keep(isOn: boolean): void {
  try {
    window.localStorage.setItem(STORED, isOn ? 'on' : 'off')
  } catch {
    // It holds until the page is left.
  }
}

const page = () => document.getElementById('main')
const press = (selector: string) => page()?.querySelector<HTMLElement>(selector)?.click()

/** The option fields of the question that has the focus, else of the first one that can be answered. */
function options(): HTMLInputElement[] {
  const questions = [...(page()?.querySelectorAll('fieldset.q') ?? [])]
  const focused = document.activeElement?.closest('fieldset.q')
  const open = ':is([type=radio], [type=checkbox]):not(:disabled)'
  const inOrder = focused ? [focused, ...questions] : questions
  for (const question of inOrder) {
    const fields = [...question.querySelectorAll<HTMLInputElement>(`.qfield input${open}`)]
    // How sure one is has arrow keys.
    const own = fields.filter((field) => !field.closest('.sure'))
    if (own.length > 0 || question === focused) return own
  }
  return []
}

function act(intent: Exclude<Intent, { kind: 'help' }>): void {
  if (intent.kind === 'choose') {
    const field = options()[intent.place]
    field?.focus()
    field?.click()
  } else if (intent.kind === 'check') press('button[name="go"][value="check"]:not(.vh)')
  else press(`[name="go"][value="${intent.kind}"], [data-key="${intent.kind}"]`)
}

export interface KeyboardWords {
  line: string
  open: string
  title: string
  keys: { key: string; does: string }[]
  on: string
  close: string
}

/**
 * The keys of a page with questions: a line that names them, and the list of them, in which they can
 * be switched off. Whatever they do can be done without them.
 */
export function Keyboard({ words }: { words: KeyboardWords }) {
  const list = useRef<HTMLDialogElement>(null)
  const [isOn, setOn] = useState(true)
  useEffect(() => setOn(isSwitchedOn()), [])
  useEffect(() => {
    if (!isOn) return
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const { key, ctrlKey, altKey, metaKey, repeat, isComposing } = event
      const hasModifier = ctrlKey || altKey || metaKey
      const intent = intentOf(
        { key, hasModifier, isRepeated: repeat, isComposing },
        focusOf(document.activeElement),
      )
      if (!intent || list.current?.open) return
      event.preventDefault()
      if (intent.kind === 'help') list.current?.showModal()
      else act(intent as Exclude<Intent, { kind: 'help' }>)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isOn])
  return (
    <div className="keys only-script">
      {isOn && <p className="cap">{words.line}</p>}
      <Button variant="quiet" onClick={() => list.current?.showModal()}>
        {words.open}
      </Button>
      <dialog ref={list} aria-labelledby="keys-title" className="keys-list">
        <h2 id="keys-title">{words.title}</h2>
        <dl>
          {words.keys.map(({ key, does }) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <label className="tick">
          <input
            type="checkbox"
            checked={isOn}
            onChange={({ currentTarget }) => {
              setOn(currentTarget.checked)
              keep(currentTarget.checked)
            }}
          />
          <span>{words.on}</span>
        </label>
        <Button onClick={() => list.current?.close()}>{words.close}</Button>
      </dialog>
    </div>
  )
}
