export const dynamic = 'force-dynamic'

/** Whether the process answers at all; whether it can do its work is asked of /api/health. */
export const GET = () =>
  Response.json({ status: 'live' }, { headers: { 'cache-control': 'no-store' } })
