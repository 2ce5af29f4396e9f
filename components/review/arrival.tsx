'use client'

import { useEffect } from 'react'

/** What was shown last in this document. */
let shownLast: string | null = null

/**
 * Puts the focus where reading goes on when the page has become another one: on what is marked with
 * `data-arrival`, else on the title. Not when the page is opened.
 */
export function Arrival({ at }: { at: string }) {
  useEffect(() => {
    const before = shownLast
    shownLast = at
    if (before === null || before === at) return
    const target =
      document.querySelector<HTMLElement>('[data-arrival]') ??
      document.querySelector<HTMLElement>('main h1')
    target?.focus()
  }, [at])
  return null
}
