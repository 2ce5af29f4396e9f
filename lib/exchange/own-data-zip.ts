import { strToU8, zipSync } from 'fflate'
import { fraction } from '@/lib/domain/fraction'
import type { OwnData } from '@/lib/domain/own-data'
import { csvOf } from './csv'
import type { Column, Table } from './table'

const bytesOf = async (parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const all: Uint8Array[] = []
  for await (const part of parts) all.push(part)
  return Buffer.concat(all)
}

/** The columns of one table, whose rows are known. */
const columnsOf = <Row>() => ({
  text: (id: string, of: (row: Row) => string | null): Column<Row> => ({
    ...{ id, head: id, width: 20, kind: 'text', of },
  }),
  moment: (id: string, of: (row: Row) => Date | null): Column<Row> => ({
    ...{ id, head: id, width: 20, kind: 'moment', of },
  }),
  number: (id: string, of: (row: Row) => number | null): Column<Row> => ({
    ...{ id, head: id, width: 8, kind: 'number' },
    of: (row) => {
      const value = of(row)
      return value === null ? null : fraction(Math.round(value * 1e6), 1e6)
    },
  }),
})
type Columns<Row> = ReturnType<typeof columnsOf<Row>>

async function file<Row>(
  title: string,
  timeZone: string,
  rows: readonly Row[],
  columns: (of: Columns<Row>) => readonly Column<Row>[],
): Promise<Uint8Array> {
  const table: Table<Row> = { title, timeZone, columns: columns(columnsOf<Row>()), heads: 1 }
  async function* once() {
    yield rows
  }
  return bytesOf(csvOf(table, once()))
}

/**
 * One's own data as tables: a zip of CSV files, safe to open in a spreadsheet, with moments in the
 * learner's zone. What has no table's shape is in the JSON alone.
 */
export async function ownDataZip(data: OwnData, timeZone: string): Promise<Uint8Array> {
  const answers = data.attempts.flatMap((attempt) => attempt.answers)
  const files = {
    'attempts.csv': await file('attempts', timeZone, data.attempts, ({ text, moment, number }) => [
      text('course', ({ course }) => course),
      text('quiz', ({ quiz }) => quiz),
      text('class', (row) => row.class),
      text('mode', ({ mode }) => mode),
      moment('started', ({ startedAt }) => startedAt),
      moment('handed in', ({ submittedAt }) => submittedAt),
      text('earned', ({ earned }) => earned),
      number('points', ({ points }) => points),
    ]),
    'answers.csv': await file('answers', timeZone, answers, ({ text, moment, number }) => [
      text('quiz', ({ quiz }) => quiz),
      text('question', ({ question }) => question),
      text('answer', ({ answer }) => answer),
      moment('answered', ({ answeredAt }) => answeredAt),
      text('earned', ({ earned }) => earned),
      number('points', ({ points }) => points),
    ]),
    'reviews.csv': await file('reviews', timeZone, data.reviews, ({ text, moment, number }) => [
      text('course', ({ course }) => course),
      text('question', ({ question }) => question),
      text('source', ({ source }) => source),
      number('grade', ({ grade }) => grade),
      text('easy', ({ isEasy }) => (isEasy ? 'yes' : 'no')),
      moment('at', ({ at }) => at),
      text('day', ({ day }) => day),
    ]),
    'cards.csv': await file('cards', timeZone, data.cards, ({ text, number }) => [
      text('course', ({ course }) => course),
      text('question', ({ question }) => question),
      text('due on', ({ dueOn }) => dueOn),
      text('last on', ({ lastOn }) => lastOn),
      number('stability in days', ({ stability }) => stability),
      number('difficulty', ({ difficulty }) => difficulty),
      number('answers', ({ reps }) => reps),
      number('lapses', ({ lapses }) => lapses),
    ]),
    'lessons.csv': await file('lessons', timeZone, data.lessons, ({ text, moment }) => [
      text('course', ({ course }) => course),
      text('lesson', ({ lesson }) => lesson),
      moment('read', ({ readAt }) => readAt),
    ]),
    'README.txt': strToU8(
      'What Rendezvous keeps about you, as tables. Everything is in the JSON file as well.\n',
    ),
  }
  return zipSync(files, { level: 6 })
}
