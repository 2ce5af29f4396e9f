import { DEFAULT_RULES } from '@/lib/domain/assignment'
import type { GradebookRow } from '@/lib/domain/class'
import type { BookQuiz } from '@/lib/domain/gradebook-report'
import type { BookWords } from '@/lib/exchange/gradebook-table'

/** Words of a gradebook's file, for tests of what stands under them. */
export const bookWords: BookWords = {
  sheet: 'Gradebook',
  studentId: 'Student id',
  name: 'Name',
  username: 'Username',
  points: 'points',
  outOf: 'out of',
  share: 'per cent',
  state: 'state',
  handedIn: 'handed in ({zone})',
  late: 'late',
  states: {
    graded: 'graded',
    'under-way': 'begun',
    missing: 'missing',
    ahead: 'to come',
    excused: 'excused',
  },
}

/** A quiz that was due at noon in Paris on 10 March 2026. */
export const bookQuiz = (assignmentId: string, title: string): BookQuiz => ({
  assignmentId,
  quizId: 'quiz',
  courseSlug: 'course',
  slug: 'quiz',
  title,
  short: title,
  assignedAt: new Date('2026-03-01T00:00:00Z'),
  opensAt: null,
  dueAt: new Date('2026-03-10T11:00:00Z'),
  closesAt: null,
  rules: DEFAULT_RULES,
})

export const bookRow = (name: string, changes: Partial<GradebookRow> = {}): GradebookRow => ({
  studentId: 'student',
  name,
  username: null,
  extraTime: 'none',
  taken: [],
  ...changes,
})

/** Pages of rows as the database gives them. */
export async function* pagesOf<Row>(...pages: Row[][]): AsyncGenerator<Row[]> {
  yield* pages
}

/** All that a file's writer makes. */
export async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}
