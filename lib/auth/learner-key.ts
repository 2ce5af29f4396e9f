import { createHmac } from 'node:crypto'
import type { Viewer } from '@/lib/domain/viewer'
import { env } from '@/lib/env'

/**
 * By which a browser knows whose answers it keeps: it follows from the account and the instance's
 * secret, names nobody, and opens nothing.
 */
export const learnerKey = ({ id }: Pick<Viewer, 'id'>): string =>
  createHmac('sha256', env().nextAuthSecret).update(`kept answers\n${id}`).digest('base64url')
