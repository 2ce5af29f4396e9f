import { mayTry } from '@/lib/auth/limits'
import { findViewer } from '@/lib/auth/viewer'
import { findOwnData } from '@/lib/data/own-data'
import { listDeck } from '@/lib/data/own-deck'
import { USUAL_ZONE } from '@/lib/domain/study-day'
import { ankiDeck } from '@/lib/exchange/anki'
import { ownDataZip } from '@/lib/exchange/own-data-zip'
import { fault } from '@/lib/log'

const refuse = (status: number, error: string, more: Record<string, string> = {}) =>
  Response.json({ error }, { status, headers: { 'cache-control': 'no-store', ...more } })

const download = (body: BodyInit, type: string, name: string) =>
  new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })

const FORMATS = ['json', 'csv', 'anki'] as const
const isFormat = (text: string): text is (typeof FORMATS)[number] =>
  FORMATS.some((format) => format === text)

/**
 * All that is kept about the viewer, as JSON or as a zip of CSV files; or the questions that come back,
 * as an Anki deck. Checks the session itself;
 * nothing is changed by it.
 */
export async function GET(request: Request) {
  try {
    const viewer = await findViewer()
    if (!viewer) return refuse(401, 'signed-out')
    if (viewer.mustChangePassword) return refuse(403, 'password')
    const as = new URL(request.url).searchParams.get('as') ?? 'json'
    if (!isFormat(as)) return refuse(400, 'format')
    const now = new Date()
    if (!(await mayTry('export', now, viewer.id)))
      return refuse(429, 'too-many', { 'retry-after': '3600' })
    if (as === 'anki')
      return download(
        new Uint8Array(await ankiDeck(await listDeck(viewer), now)),
        'application/octet-stream',
        'rendezvous-my-questions.apkg',
      )
    const data = await findOwnData(viewer)
    if (!data) return refuse(401, 'signed-out')
    if (as === 'json')
      return download(JSON.stringify(data, null, 2), 'application/json', 'rendezvous-my-data.json')
    const zip = await ownDataZip(data, data.settings.timeZone ?? USUAL_ZONE)
    return download(new Uint8Array(zip), 'application/zip', 'rendezvous-my-data.zip')
  } catch (error) {
    fault('Somebody’s own data could not be read', error)
    return refuse(503, 'away', { 'retry-after': '30' })
  }
}
