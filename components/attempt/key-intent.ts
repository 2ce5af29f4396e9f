/** What a key asks for. */
export type Intent =
  | { kind: 'choose'; place: number }
  | { kind: 'check' | 'next' | 'previous' | 'help' }

/** Where the focus is: where one types, on a control that has keys of its own, or elsewhere on the page. */
export type Focus = 'typing' | 'control' | 'page'

export interface Pressed {
  key: string
  /** Ctrl, Alt or Meta is held. */
  hasModifier: boolean
  isRepeated: boolean
  /** A character is being put together from several keys. */
  isComposing: boolean
}

const LETTERS = 'abcdefghi'

/**
 * What a key means: 1 to 9 and A to I choose an option, Enter checks, N and P turn the page, ? opens
 * the list. Nothing while somebody types, holds a key that makes it a command of the browser, or
 * presses Enter on a control, which does what it always does.
 */
export function intentOf(pressed: Pressed, focus: Focus): Intent | null {
  const { key, hasModifier, isRepeated, isComposing } = pressed
  if (hasModifier || isRepeated || isComposing || focus === 'typing') return null
  if (key === 'Enter') return focus === 'control' ? null : { kind: 'check' }
  if (key === '?') return { kind: 'help' }
  const letter = key.toLowerCase()
  if (letter === 'n') return { kind: 'next' }
  if (letter === 'p') return { kind: 'previous' }
  if (/^[1-9]$/.test(key)) return { kind: 'choose', place: Number(key) - 1 }
  const place = letter.length === 1 ? LETTERS.indexOf(letter) : -1
  return place >= 0 ? { kind: 'choose', place } : null
}

const TYPED = /^(text|search|email|password|number|tel|url|date|datetime-local|time)$/

/** Where the focus is, from the element that has it. */
export function focusOf(element: Element | null): Focus {
  if (element === null) return 'page'
  if (element.closest('dialog, [contenteditable="true"], textarea, select')) return 'typing'
  if (element.matches('input'))
    return TYPED.test(element.getAttribute('type') ?? 'text') ? 'typing' : 'control'
  return element.closest('button, a[href], summary') ? 'control' : 'page'
}
