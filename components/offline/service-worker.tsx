'use client'

import { useEffect } from 'react'

/**
 * Lets this device keep the lessons that are opened on it. Browsers allow it on https and on the
 * machine itself alone; elsewhere, and where it is refused, nothing is different.
 */
export function ServiceWorker() {
  useEffect(() => {
    if (!('serviceWorker' in navigator) || !window.isSecureContext) return
    navigator.serviceWorker
      .register('/sw.js', { updateViaCache: 'none' })
      .then(() => navigator.serviceWorker.ready)
      .then(({ active }) => active?.postMessage({ keep: window.location.pathname }))
      .catch(() => undefined)
  }, [])
  return null
}
