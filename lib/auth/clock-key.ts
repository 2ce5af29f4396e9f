import { createHmac } from 'node:crypto'
import { env } from '@/lib/env'

/** By this `server.ts` is known to the clock's handler; it follows from the instance's secret. */
export const clockKey = (): string =>
  createHmac('sha256', env().nextAuthSecret).update('clock').digest('base64url')
