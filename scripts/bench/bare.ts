import { createHash, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import pg from 'pg'
import { SAVE } from '@/lib/data/save'

/**
 * The least that could answer a save: Node and Postgres, the same statement, nothing that is checked. What
 * the product is measured beside.
 */
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_POOL ?? 10),
  options: '-c timezone=UTC',
})

createServer((request, response) => {
  // Asked whether it is there.
  if (request.method !== 'PUT') return response.end()
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', async () => {
    const [, , , attempt, , question] = (request.url ?? '').split('/')
    const { value, base } = JSON.parse(Buffer.concat(parts).toString('utf8'))
    const token = (request.headers.cookie ?? '').split('=')[1] ?? ''
    const now = new Date()
    const hash = createHash('sha256').update(token).digest()
    const what = [attempt, question, JSON.stringify(value), null, base, null]
    const values = [null, hash, ...what, now, now, randomUUID()]
    const { rows } = await pool.query({ name: 'save', text: SAVE, values })
    const text = JSON.stringify({ version: rows[0]?.stands?.version })
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    })
    response.end(text)
  })
}).listen(Number(process.env.PORT), '127.0.0.1')
