import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { findViewer } from '@/lib/auth/viewer'
import { findBook } from '@/lib/data/book'
import type { BookLine } from '@/lib/domain/gradebook-report'
import { csvOf } from '@/lib/exchange/csv'
import { gradebookTable } from '@/lib/exchange/gradebook-table'
import type { Table } from '@/lib/exchange/table'
import { xlsxOf } from '@/lib/exchange/xlsx'

const HEADERS = { 'cache-control': 'no-store' }
const refused = (status: number) => new Response(null, { status, headers: HEADERS })

interface Format {
  type: string
  write: (
    table: Table<BookLine>,
    pages: AsyncIterable<BookLine[]>,
    now: Date,
  ) => AsyncGenerator<Uint8Array>
}
const formats: Record<'csv' | 'xlsx', Format> = {
  csv: { type: 'text/csv; charset=utf-8', write: csvOf },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: xlsxOf,
  },
}
const formatSchema = z.enum(['csv', 'xlsx']).default('csv')

/** What a generator makes, made when it is wanted; it is ended where nobody waits any more. */
function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await pieces.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}

/**
 * The gradebook of a class that the viewer teaches or observes, as CSV or, with `?format=xlsx`, as an
 * Excel workbook: page by page as it is read, so that a class of any size is never held whole.
 */
export async function GET(request: Request, { params }: { params: Promise<{ classId: string }> }) {
  const viewer = await findViewer()
  if (!viewer) return refused(401)
  if (viewer.mustChangePassword) return refused(403)
  const { classId } = await params
  const now = new Date()
  const book = z.uuid().safeParse(classId).success ? await findBook(viewer, classId, now) : null
  if (!book) return refused(404)
  const asked = new URL(request.url).searchParams.get('format') ?? undefined
  const format = formatSchema.safeParse(asked)
  if (!format.success) return refused(400)
  const { taught, pages } = book
  const t = await getTranslations('gradebookFile')
  const table = gradebookTable(taught, {
    sheet: t('sheet'),
    studentId: t('studentId'),
    name: t('name'),
    username: t('username'),
    total: t('total'),
    points: t('points'),
    outOf: t('outOf'),
    share: t('share'),
    state: t('state'),
    handedIn: t.raw('handedIn'),
    late: t('late'),
    overridden: t('overridden'),
    comment: t('comment'),
    states: t.raw('states'),
  })
  const { type, write } = formats[format.data]
  const name = taught.name.replace(/[^\p{L}\p{N} ._-]/gu, '').trim() || 'gradebook'
  const file = encodeURIComponent(`${name}.${format.data}`)
  return new Response(streamOf(write(table, pages, now)), {
    headers: {
      ...HEADERS,
      'content-type': type,
      'content-disposition': `attachment; filename="gradebook.${format.data}"; filename*=UTF-8''${file}`,
    },
  })
}
