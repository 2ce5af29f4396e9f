import { z } from 'zod'
import { findViewer } from '@/lib/auth/viewer'
import { findTaughtClass } from '@/lib/data/classes'
import { listComments } from '@/lib/data/grade-comments'
import { type GradebookPage, listGradebook } from '@/lib/data/gradebook'
import { BY_NAME } from '@/lib/domain/gradebook-view'
import { BYTE_ORDER_MARK, gradebookHead, gradebookLines } from '@/lib/exchange/gradebook-csv'

const HEADERS = { 'cache-control': 'no-store' }
const refused = (status: number) => new Response(null, { status, headers: HEADERS })

/**
 * The gradebook of a class that the viewer teaches, as CSV: page by page as it is read, so that a
 * class of any size is never held whole.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ classId: string }> }) {
  const viewer = await findViewer()
  if (!viewer) return refused(401)
  if (viewer.mustChangePassword) return refused(403)
  const { classId } = await params
  const taught = z.uuid().safeParse(classId).success ? await findTaughtClass(viewer, classId) : null
  if (!taught) return refused(404)
  const now = new Date()
  const encoder = new TextEncoder()
  let next: GradebookPage['next'] = null
  let isBegun = false
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const page: GradebookPage = await listGradebook(viewer, classId, BY_NAME, next, now)
      const ids = page.rows.map(({ studentId }) => studentId)
      const comments = await listComments(viewer, classId, ids)
      const head = isBegun ? '' : BYTE_ORDER_MARK + gradebookHead(taught.quizzes)
      controller.enqueue(encoder.encode(head + gradebookLines(taught.quizzes, page.rows, comments)))
      isBegun = true
      next = page.next
      if (!next) controller.close()
    },
  })
  const name = taught.name.replace(/[^\p{L}\p{N} ._-]/gu, '').trim() || 'gradebook'
  return new Response(body, {
    headers: {
      ...HEADERS,
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="gradebook.csv"; filename*=UTF-8''${encodeURIComponent(`${name}.csv`)}`,
    },
  })
}
