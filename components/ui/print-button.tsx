'use client'

import { Button } from './button'
import { useIsHere } from './use-is-here'

/** Prints the page; not there without JavaScript, where the browser's own command does it. */
export function PrintButton({ label }: { label: string }) {
  return useIsHere() ? (
    <Button variant="main" onClick={() => window.print()}>
      {label}
    </Button>
  ) : null
}
