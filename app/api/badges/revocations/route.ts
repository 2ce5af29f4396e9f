import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { listRevoked } from '@/lib/data/certificates'
import { env } from '@/lib/env'
import { badgeAddresses, issuerProfile } from '@/lib/exchange/open-badge'
import { published } from '@/lib/published'

/** The certificates that were taken back: a 1EdTech revocation list. */
export async function GET() {
  await connection()
  const base = env().nextAuthUrl
  const t = await getTranslations('site')
  const revoked = await listRevoked()
  return published({
    id: badgeAddresses(base).revocations,
    issuer: issuerProfile(base, t('name')).id,
    revokedCredential: revoked.map(({ id }) => ({
      id: badgeAddresses(base).credential(id),
      revoked: true,
    })),
  })
}
