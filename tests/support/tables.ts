import { DEFAULT_RULES } from '@/lib/domain/assignment'
import type { BookQuiz, BookWeighting, StudentRecord } from '@/lib/domain/gradebook-report'
import type { BookWords } from '@/lib/exchange/gradebook-table'

/** Words of a gradebook's file, for tests of what stands under them. */
export const bookWords: BookWords = {
  sheet: 'Gradebook',
  studentId: 'Student id',
  name: 'Name',
  username: 'Username',
  total: 'Total, per cent',
  points: 'points',
  outOf: 'out of',
  share: 'per cent',
  state: 'state',
  handedIn: 'handed in ({zone})',
  late: 'late',
  overridden: 'set by teacher',
  comment: 'comment',
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

/** Everything counts the same; what is missing counts nothing. */
export const EVENLY: BookWeighting = {
  missing: 'ignored',
  categories: [],
  otherWeight: 1,
  assignments: [],
}

export const bookRow = (name: string, changes: Partial<StudentRecord> = {}): StudentRecord => ({
  studentId: 'student',
  name,
  username: null,
  extraTime: 'none',
  taken: [],
  ...changes,
})

/** What a student did for one quiz; nothing but what is given. */
export const taken = (
  assignmentId: string,
  given: Partial<StudentRecord['taken'][number]> = {},
): StudentRecord['taken'][number] => ({
  assignmentId,
  attempts: [],
  exception: null,
  override: null,
  hasComment: false,
  comment: null,
  ...given,
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
