import { hasContent } from '@/lib/data/quizzes'

export const dynamic = 'force-dynamic'

/** 200 when database and content are ready, 503 when not; says nothing else about the inside. */
export async function GET() {
  const content = await hasContent().catch(() => null)
  const body = {
    status: content ? 'ready' : 'not-ready',
    database: content !== null,
    content: content === true,
  }
  return Response.json(body, {
    status: content ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  })
}
