'use client'

import { useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'

const never = () => () => undefined

/** Prints the page; not there without JavaScript, where the browser's own command does it. */
export function PrintButton({ label }: { label: string }) {
  const isHere = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return isHere ? (
    <Button variant="main" onClick={() => window.print()}>
      {label}
    </Button>
  ) : null
}
