import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { env } from '@/lib/env'
import { issuerProfile } from '@/lib/exchange/open-badge'
import { published } from '@/lib/published'

/** Who issues the certificates of this instance. */
export async function GET() {
  await connection()
  const t = await getTranslations('site')
  return published(issuerProfile(env().nextAuthUrl, t('name')))
}
