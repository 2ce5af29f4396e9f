'use client'

import { useEffect, useState } from 'react'
import { forgetErased } from './erased-device'

/** Clears this device after an account was erased from it, and says that it is done. */
export function ForgetDevice({ done }: { done: string }) {
  const [isDone, setDone] = useState(false)
  useEffect(() => {
    void forgetErased().then(setDone)
  }, [])
  return <p aria-live="polite">{isDone && done}</p>
}
