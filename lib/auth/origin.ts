import { note } from '@/lib/log'
import 'server-only'
import { headers } from 'next/headers'
import { isSameOrigin } from './same-origin'

/** For server actions: throws on a form that another site sent. */
export async function demandSameOrigin(): Promise<void> {
  if (isSameOrigin(await headers())) return
  note('malicious_cross_site')
  throw new Error('A form of another site was refused')
}
