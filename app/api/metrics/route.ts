import { timingSafeEqual } from 'node:crypto'
import { digest } from '@/lib/auth/token'
import { env } from '@/lib/env'
import { readMetrics } from '@/lib/metrics'

export const dynamic = 'force-dynamic'

/** For a Prometheus that has the token; where none is set there is nothing here. */
export async function GET(request: Request) {
  const { metricsToken } = env()
  if (metricsToken === null) return new Response(null, { status: 404 })
  const given = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? ''
  if (!timingSafeEqual(digest(given), digest(metricsToken)))
    return new Response(null, { status: 401, headers: { 'www-authenticate': 'Bearer' } })
  const { text, type } = await readMetrics()
  return new Response(text, { headers: { 'content-type': type, 'cache-control': 'no-store' } })
}
