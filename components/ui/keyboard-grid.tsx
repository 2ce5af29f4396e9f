'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'
import { makeGrid } from './grid-keys'
import { useIsHere } from './use-is-here'

/**
 * Makes the table among its children a grid for the keyboard: see `makeGrid`. The table itself is the
 * server's and stays one, with its links, where no script runs. `hint` says to screen readers how to
 * move.
 */
export function KeyboardGrid({ hint, children }: { hint: string; children: ReactNode }) {
  const holder = useRef<HTMLDivElement>(null)
  const id = useId()
  const isHere = useIsHere()
  // After every drawing: the server may have brought other rows.
  useEffect(() => {
    const table = holder.current?.querySelector('table')
    if (!table) return
    table.setAttribute('aria-describedby', id)
    return makeGrid(table, table.closest<HTMLElement>('.slide'))
  })
  return (
    <div ref={holder}>
      {isHere && (
        <p id={id} className="vh">
          {hint}
        </p>
      )}
      {children}
    </div>
  )
}
