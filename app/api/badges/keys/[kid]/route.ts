import { listPublicKeys } from '@/lib/data/signing-keys'
import { notPublished, published } from '@/lib/published'

/** One public key, at the address that a credential's header names. */
export async function GET(_request: Request, { params }: { params: Promise<{ kid: string }> }) {
  const { kid } = await params
  const found = (await listPublicKeys()).find((key) => key.kid === kid)
  return found ? published(found) : notPublished()
}
