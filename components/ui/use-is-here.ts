'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether this is drawn in a browser that runs scripts: false on the server and until it has begun. */
export const useIsHere = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
