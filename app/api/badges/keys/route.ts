import { connection } from 'next/server'
import { listPublicKeys } from '@/lib/data/signing-keys'
import { published } from '@/lib/published'

/** The public keys of this instance as a JWKS (RFC 7517): whoever keeps it verifies without a network. */
export async function GET() {
  await connection()
  return published({ keys: await listPublicKeys() })
}
