import { unzipSync } from 'fflate'
import initSqlJs, { type Database } from 'sql.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { disconnect } from '@/lib/data/db'
import { listDeck } from '@/lib/data/own-deck'
import { findReviewSet } from '@/lib/data/review-sets'
import { answerInWords } from '@/lib/domain/deck'
import { daysBetween } from '@/lib/domain/study-day'
import { ankiDeck } from '@/lib/exchange/anki'
import { answer, begin, handIn, published } from '@/tests/support/attempts'
import { newMember } from '@/tests/support/people'
import { daysAfter, reviewAll } from '@/tests/support/reviews'
import { the } from '@/tests/support/the'
import { noon, oneOfEachKind, versionOf } from '@/tests/support/versions'
import { rightAnswer } from '@/tests/unit/question/samples'

afterAll(disconnect)

const opened = async (apkg: Uint8Array): Promise<Database> => {
  const sql = await initSqlJs()
  return new sql.Database(the(unzipSync(apkg)['collection.anki2']))
}
const rowsOf = (database: Database, sql: string): unknown[][] => database.exec(sql)[0]?.values ?? []

describe('the deck of what comes back', () => {
  const questions = oneOfEachKind()
  let apkg: Uint8Array
  let database: Database
  let deck: Awaited<ReturnType<typeof listDeck>>
  beforeAll(async () => {
    const viewer = await newMember()
    const id = await begin(viewer, await published(versionOf(questions)))
    const right = questions.map((each) => [each.id, rightAnswer(each, 'seed')])
    await answer(viewer, id, Object.fromEntries(right))
    await handIn(viewer, id)
    await findReviewSet(viewer, noon)
    await reviewAll(viewer, daysAfter(noon, 9))
    deck = await listDeck(viewer)
    apkg = await ankiDeck(deck, noon)
    database = await opened(apkg)
  })

  it('is a whole SQLite file with the tables of schema 11, beside an empty list of media', () => {
    expect(Object.keys(unzipSync(apkg)).sort()).toEqual(['collection.anki2', 'media'])
    expect(rowsOf(database, 'pragma integrity_check')).toEqual([['ok']])
    expect(rowsOf(database, 'select ver from col')).toEqual([[11]])
    const tables = rowsOf(
      database,
      "select name from sqlite_master where type = 'table' order by 1",
    )
    expect(tables.flat()).toEqual(['cards', 'col', 'graves', 'notes', 'revlog'])
  })

  it('has a note and a card for each question, in the deck of its course, and every review', () => {
    expect(rowsOf(database, 'select count(*) from notes')).toEqual([[questions.length]])
    const [[models, decks] = []] = rowsOf(database, 'select models, decks from col')
    const known = Object.keys(JSON.parse(String(decks)))
    const cards = rowsOf(database, 'select nid, did, type, queue, due, ivl from cards')
    expect(cards).toHaveLength(questions.length)
    for (const [nid, did, type, queue] of cards) {
      expect(rowsOf(database, `select mid from notes where id = ${nid}`)).toEqual([
        [Number(Object.keys(JSON.parse(String(models)))[0])],
      ])
      expect(known).toContain(String(did))
      expect([type, queue]).toEqual([2, 2])
    }
    const reviews = deck.reduce((sum, card) => sum + card.reviews.length, 0)
    expect(rowsOf(database, 'select count(*) from revlog')).toEqual([[reviews]])
    expect(reviews).toBe(questions.length * 2)
  })

  it('is due there on the day on which it comes back here', () => {
    const [[crt] = []] = rowsOf(database, 'select crt from col')
    const start = new Date(Number(crt) * 1000).toISOString().slice(0, 10)
    const due = rowsOf(database, 'select due from cards order by id').flat().sort()
    expect(due).toEqual(deck.map(({ dueOn }) => daysBetween(start, dueOn)).sort())
  })

  it('says what is right for every kind, and nothing in it is markup', async () => {
    for (const question of questions) expect(answerInWords(question), question.kind).not.toEqual([])
    const evil = deck
      .slice(0, 1)
      .map((card) => ({ ...card, question: '<img src=x onerror=1> & "x"' }))
    const [[fields] = []] = rowsOf(
      await opened(await ankiDeck(evil, noon)),
      'select flds from notes',
    )
    expect(String(fields)).toContain('&lt;img src=x onerror=1&gt; &amp; &quot;x&quot;')
  })

  it('has the same ids every time, so that importing it again doubles nothing', async () => {
    const again = await opened(await ankiDeck(deck, daysAfter(noon, 3)))
    for (const sql of [
      'select id, guid from notes order by id',
      'select id from cards order by id',
    ])
      expect(rowsOf(again, sql)).toEqual(rowsOf(database, sql))
  })

  it('opens without a card, too', async () => {
    const empty = await opened(await ankiDeck([], noon))
    expect(rowsOf(empty, 'select count(*) from cards')).toEqual([[0]])
  })
})
