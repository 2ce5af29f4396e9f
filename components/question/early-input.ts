import { useEffect, useRef } from 'react'

/**
 * Runs `take` once when the field comes alive. The form works before its JavaScript has loaded, so
 * by then the page may hold an answer that nobody has been told of.
 */
export function useEarlyInput(take: () => void): void {
  const first = useRef(take)
  useEffect(() => first.current(), [])
}
