import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import initSqlJs, { type Database } from 'sql.js'
import type { DeckCard } from '@/lib/domain/deck'
import { mix } from '@/lib/domain/mix'
import { type Day, daysBetween, toDate } from '@/lib/domain/study-day'
import { configOf, deckOf, noteType, SCHEMA, USUAL_OPTIONS } from './anki-schema'

const MODEL = 1_764_115_200_001
/** Between the fields of a note. */
const SEPARATOR = '\u001f'

/** An id of Anki's own size that always stands for the same text, so that a second import updates. */
const idOf = (text: string): number => 1_600_000_000_000 + Number(mix(text) % 100_000_000_000n)

const html = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const fieldsOf = ({ question, answer, why, source }: DeckCard): string[] => [
  html(question),
  answer.map(html).join('<br>'),
  html(why),
  source ? `${html(source.lesson)}: “${html(source.sentence)}”` : '',
]

/** Anki's check sum of a note: the first eight digits of the SHA-1 of its first field. */
const sumOf = (text: string): number =>
  Number.parseInt(createHash('sha1').update(text).digest('hex').slice(0, 8), 16)

const FACTOR = 2500

function writeCard(
  database: Database,
  card: DeckCard,
  deck: number,
  first: Day,
  now: number,
  taken: Set<number>,
) {
  const name = `${card.courseSlug}/${card.questionId}`
  const id = idOf(`card ${name}`)
  const note = idOf(`note ${name}`)
  const fields = fieldsOf(card)
  const seconds = Math.floor(now / 1000)
  database.run('insert into notes values (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, ?)', [
    ...[note, `rv-${name}`, MODEL, seconds, ` ${card.courseSlug} `],
    ...[fields.join(SEPARATOR), fields[0] ?? '', sumOf(fields[0] ?? ''), ''],
  ])
  const interval = daysBetween(card.lastOn, card.dueOn)
  database.run('insert into cards values (?, ?, ?, 0, ?, -1, 2, 2, ?, ?, ?, ?, ?, 0, 0, 0, 0, ?)', [
    ...[id, note, deck, seconds, daysBetween(first, card.dueOn), interval, FACTOR],
    ...[card.reps, card.lapses, ''],
  ])
  for (const [place, { at, day, grade }] of card.reviews.entries()) {
    const before = card.reviews[place - 1]
    const after = card.reviews[place + 1]
    const last = before ? daysBetween(before.day, day) : 0
    const next = after ? daysBetween(day, after.day) : interval
    // The log's ids are moments in milliseconds, and no two of a collection are the same.
    let moment = at.getTime()
    while (taken.has(moment)) moment++
    taken.add(moment)
    database.run('insert into revlog values (?, ?, -1, ?, ?, ?, ?, 0, 1)', [
      ...[moment, id, grade, next, last, FACTOR],
    ])
  }
}

/**
 * Questions that come back as an Anki deck (.apkg): a zip with a collection of schema 11. A deck for
 * each course, a note for each question, its card due on the day on which it comes back here, and the
 * reviews so far. Importing it again updates the same notes.
 *
 * @param cards at least none; a deck without cards opens too
 */
export async function ankiDeck(cards: readonly DeckCard[], now: Date): Promise<Uint8Array> {
  const sql = await initSqlJs()
  const database = new sql.Database()
  try {
    database.run(SCHEMA)
    const first = cards.flatMap(({ reviews, lastOn }) => reviews[0]?.day ?? lastOn).sort()[0]
    const start = first ?? now.toISOString().slice(0, 10)
    const courses = new Map(cards.map(({ courseSlug, courseTitle }) => [courseSlug, courseTitle]))
    const seconds = Math.floor(now.getTime() / 1000)
    const decks = [...courses].map(([slug, title]) => deckOf(idOf(`deck ${slug}`), title, seconds))
    const main = decks[0]?.id ?? 1
    database.run('insert into col values (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)', [
      ...[Math.floor(toDate(start).getTime() / 1000), now.getTime(), now.getTime()],
      JSON.stringify(configOf(main, MODEL)),
      JSON.stringify(noteType(MODEL, main, seconds)),
      JSON.stringify({
        1: deckOf(1, 'Default', seconds),
        ...Object.fromEntries(decks.map((deck) => [deck.id, deck])),
      }),
      JSON.stringify(USUAL_OPTIONS),
      '{}',
    ])
    const taken = new Set<number>()
    for (const card of cards)
      writeCard(database, card, idOf(`deck ${card.courseSlug}`), start, now.getTime(), taken)
    const collection = database.export()
    return zipSync({ 'collection.anki2': collection, media: strToU8('{}') }, { level: 6 })
  } finally {
    database.close()
  }
}
