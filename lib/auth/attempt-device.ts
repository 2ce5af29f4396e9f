import 'server-only'
import { createHash } from 'node:crypto'
import { deviceName } from './device'
import { currentTokenHash } from './session'

/**
 * On which device an attempt is open: the name of the browser, and a sign that tells its session from
 * the learner's others in this one attempt. From the sign no session can be known.
 */
export async function attemptDevice(
  attemptId: string,
  headers: Headers,
): Promise<{ name: string; sign: string }> {
  const hash = createHash('sha256')
    .update(attemptId)
    .update((await currentTokenHash()) ?? '')
    .digest('hex')
  return { name: deviceName(headers.get('user-agent') ?? ''), sign: hash.slice(0, 8) }
}
