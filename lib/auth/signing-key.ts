import 'server-only'
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
} from 'node:crypto'
import { CompactSign, calculateJwkThumbprint } from 'jose'
import { ensureSigningKey, type StoredKey } from '@/lib/data/signing-keys'
import { env } from '@/lib/env'

const NONCE = 12
const TAG = 16

/** The key under which private keys are kept; it follows from the instance's secret. */
const wrappingKey = () =>
  Buffer.from(hkdfSync('sha256', env().nextAuthSecret, '', 'rendezvous signing key', 32))

/** AES-256-GCM, bound to the key's name: nonce, text and tag in one. */
function seal(text: string, kid: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', wrappingKey(), nonce).setAAD(Buffer.from(kid))
  const sealed = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]
  return new Uint8Array(Buffer.concat(sealed))
}

/** Null where it was kept under another secret, or has been changed. */
function open({ kid, privateKey }: StoredKey): string | null {
  const bytes = Buffer.from(privateKey)
  try {
    const decipher = createDecipheriv('aes-256-gcm', wrappingKey(), bytes.subarray(0, NONCE))
      .setAAD(Buffer.from(kid))
      .setAuthTag(bytes.subarray(-TAG))
    const text = decipher.update(bytes.subarray(NONCE, -TAG), undefined, 'utf8')
    return text + decipher.final('utf8')
  } catch {
    return null
  }
}

async function make(): Promise<StoredKey> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const jwk = publicKey.export({ format: 'jwk' })
  const kid = await calculateJwkThumbprint(jwk as Parameters<typeof calculateJwkThumbprint>[0])
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
  const publicJwk = { ...jwk, kid, alg: 'EdDSA', use: 'sig' }
  return { kid, publicJwk, privateKey: seal(pem, kid) }
}

/**
 * Signs claims as a compact JSON Web Token with Ed25519, by the instance's own key, which is made when
 * it is needed first. With another secret there is another key; what was signed before stays valid.
 *
 * @param addressOf where the public half can be read, for the token's header
 */
export async function signClaims(
  claims: object,
  addressOf: (kid: string) => string,
  now: Date,
): Promise<string> {
  const key = await ensureSigningKey((each) => open(each) !== null, make, now)
  const pem = open(key)
  if (pem === null) throw new Error('The signing key cannot be read with this secret')
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', kid: addressOf(key.kid) })
    .sign(createPrivateKey(pem))
}
