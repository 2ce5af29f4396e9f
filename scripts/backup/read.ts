import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { Refusal } from '@/scripts/start/refusal.mjs'
import type { Sum } from './tables'
import { END, HEAD } from './write'

/** What a backup says before its tables. */
export interface Head {
  made: string
  /** All that were applied, by name. */
  migrations: string[]
}

/** What comes after the head, piece by piece. */
export type Piece =
  | ({ kind: 'table'; copy: string } & Sum)
  | { kind: 'row'; line: string }
  | { kind: 'done' }
  | { kind: 'counter'; name: string; value: string }

const damaged = (file: string, why: string) =>
  new Refusal(`${file} is no whole backup of Rendezvous (${why}): take another copy of it.`)

/**
 * Reads a backup line by line, however long it is. Throws a Refusal at what is none, at one that breaks
 * off, and at one that a newer version has written.
 */
export async function openBackup(
  file: string,
): Promise<{ head: Head; pieces: AsyncGenerator<Piece> }> {
  const lines = linesOf(file)
  const first = await lines.next()
  if (first.done || first.value !== HEAD) throw damaged(file, 'its first line is another one')
  const made = (await lines.next()).value ?? ''
  if (!made.startsWith('-- made ')) throw damaged(file, 'it does not say when it was made')
  const head: Head = { made: made.slice('-- made '.length), migrations: [] }
  let next = await lines.next()
  while (!next.done && next.value.startsWith('-- migration ')) {
    head.migrations.push(next.value.slice('-- migration '.length))
    next = await lines.next()
  }
  return { head, pieces: piecesOf(file, next.done ? null : next.value, lines) }
}

/** Lines as COPY writes them end in nothing but a line feed: U+2028 in an answer is no end of a line. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const unzipped = createReadStream(file).pipe(createGunzip().setEncoding('utf8'))
  let rest = ''
  try {
    for await (const text of unzipped as AsyncIterable<string>) {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } catch (error) {
    throw damaged(file, (error as Error).message)
  }
}

async function* piecesOf(
  file: string,
  first: string | null,
  lines: AsyncGenerator<string>,
): AsyncGenerator<Piece> {
  let line = first
  let isRow = false
  for (;;) {
    if (line === null) throw damaged(file, 'it breaks off')
    if (isRow && line !== '\\.') yield { kind: 'row', line }
    else if (isRow) {
      isRow = false
      yield { kind: 'done' }
    } else if (line === END) return
    else if (line.startsWith('-- sum ')) {
      const [table = '', rows = '', sum = ''] = line.slice('-- sum '.length).split(' ')
      const copy = (await lines.next()).value
      if (typeof copy !== 'string' || !/^COPY ".*" \(.*\) FROM stdin;$/.test(copy))
        throw damaged(file, `the rows of ${table} do not follow`)
      yield { kind: 'table', copy: copy.slice(0, -1), table, rows, sum }
      isRow = true
    } else if (line.startsWith('-- counter ')) {
      const [name = '', value = ''] = line.slice('-- counter '.length).split(' ')
      yield { kind: 'counter', name, value }
    } else throw damaged(file, 'a line in it is none of ours')
    const next = await lines.next()
    line = next.done ? null : next.value
  }
}
