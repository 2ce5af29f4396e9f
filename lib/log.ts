import { createHmac } from 'node:crypto'
import pino from 'pino'
import { env } from '@/lib/env'
import { counted } from '@/lib/metrics'

let logger: pino.Logger | undefined
/** Lines of JSON on standard error; made on first use, so that a build needs no configuration. */
function open(): pino.Logger {
  logger ??= pino(
    {
      level: env().logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    pino.destination({ dest: 2, sync: true }),
  )
  return logger
}

/**
 * What may be said of an error: what kind it is, the codes that it carries, and where it happened. Never
 * its message, which may quote what somebody wrote.
 */
export function aboutError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error }
  const { code, meta } = error as Error & { code?: unknown; meta?: { code?: unknown } }
  // The first line repeats the message, and it may have several.
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    kind: error.name,
    ...(typeof code === 'string' && { code }),
    ...(typeof meta?.code === 'string' && { state: meta.code }),
    at: at.slice(0, 6).map((line) => line.trim().slice(3)),
    ...(error.cause !== undefined && { cause: aboutError(error.cause) }),
  }
}

/** What is known of who did something, without who it is: the same for the same account, told by nobody else. */
const pseudonymOf = (id: string): string =>
  createHmac('sha256', env().nextAuthSecret).update(`log ${id}`).digest('hex').slice(0, 12)

/** What the log can say: security events, by the names of OWASP's logging vocabulary where it has one. */
export type LogEvent =
  | 'authn_login_success'
  | 'authn_login_fail'
  | 'authn_login_throttled'
  | 'authn_password_change'
  | 'authn_password_change_fail'
  | 'session_ended'
  | 'user_created'
  | 'user_erased'
  | 'privilege_changed'
  | 'malicious_cross_site'

/** Notes something that concerns security. `account` is told by a pseudonym; nothing else may name anybody. */
export const note = (
  event: LogEvent,
  { account, ...facts }: { account?: string } & Record<string, string | number | boolean> = {},
): void => {
  counted(event)
  const who = account === undefined ? {} : { account: pseudonymOf(account) }
  open()[event.endsWith('_fail') || event.startsWith('malicious') ? 'warn' : 'info']({
    event,
    ...who,
    ...facts,
  })
}

/** Notes that something went wrong; `what` is a sentence of ours with nothing of anybody in it. */
export function fault(what: string, error: unknown): void {
  counted('fault')
  open().error({ event: 'fault', what, error: aboutError(error) })
}
