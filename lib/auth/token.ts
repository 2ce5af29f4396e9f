import { createHash, createHmac, randomBytes } from 'node:crypto'

/** A session token of 256 bits. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token. */
export const digest = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(token).digest())

/** A key for the throttle that names nobody to who reads the table. */
export const pseudonym = (secret: string, ...parts: string[]): string =>
  createHmac('sha256', secret).update(parts.join('\n')).digest('base64url')
