import { z } from 'zod'
import { findCertificate } from '@/lib/data/certificates'
import { notPublished } from '@/lib/published'

/** A certificate's signed credential, for whoever has its address. One that was taken back is gone. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const found = z.uuid().safeParse(id).success ? await findCertificate(id) : null
  if (!found) return notPublished()
  if (found.revokedAt) return Response.json({ error: 'revoked' }, { status: 410 })
  return new Response(found.credential, {
    headers: {
      'content-type': 'application/vc+jwt',
      'content-disposition': `attachment; filename="certificate-${id}.jwt"`,
      'access-control-allow-origin': '*',
      'cache-control': 'no-store',
    },
  })
}
