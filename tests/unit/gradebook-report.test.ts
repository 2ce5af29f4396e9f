import { describe, expect, it } from 'vitest'
import { fraction } from '@/lib/domain/fraction'
import { lineOf, ownLine, summariesOf, totalsOf } from '@/lib/domain/gradebook-report'
import type { OwnGrades } from '@/lib/domain/own-grades'
import { bookQuiz, bookRow, EVENLY, taken } from '@/tests/support/tables'

const now = new Date('2026-03-12T00:00:00Z')
const due = new Date('2026-03-10T11:00:00Z')
const quiz = bookQuiz('a', 'Smile')

/** An attempt of so many of ten points, so many hours after the due date. */
const attempt = (points: number, hours = -1, id = `${points} at ${hours}`) => ({
  id,
  submittedAt: new Date(due.getTime() + hours * 3_600_000),
  earned: fraction(points),
  points: 10,
})
const open = { id: 'open', submittedAt: null, earned: null, points: null }
const row = (name: string, attempts: object[], isExcused = false) =>
  bookRow(name, {
    studentId: name,
    taken: [
      taken('a', {
        attempts: attempts as ReturnType<typeof attempt>[],
        exception: isExcused ? { extraAttempts: 0, isExcused } : null,
      }),
    ],
  })
const linesOf = (...rows: ReturnType<typeof row>[]) =>
  rows.map((each) => lineOf([quiz], EVENLY, each, now))

describe('a line of the gradebook', () => {
  it('says when the attempt was handed in that the grade comes from', () => {
    const [line] = linesOf(row('Anna', [attempt(4, -9, 'early'), attempt(8, -5, 'best'), open]))
    expect(line?.entries[0]).toMatchObject({
      earned: fraction(8),
      handedInAt: new Date(due.getTime() - 5 * 3_600_000),
      cell: { attemptId: 'best', attempts: 2 },
    })
  })

  it('has the student’s own dates, and an entry also where nothing was begun', () => {
    const extended = new Date('2026-03-20T11:00:00Z')
    const exception = { extraAttempts: 0, isExcused: false, dueAt: extended }
    const extra = bookRow('Anna', { taken: [taken('a', { exception })] })
    const [own, other] = [extra, bookRow('Ben')].map(
      (each) => lineOf([quiz], EVENLY, each, now).entries[0],
    )
    expect([own?.window.dueAt, own?.cell.state]).toEqual([extended, 'ahead'])
    expect([other?.window.dueAt, other?.cell.state, other?.handedInAt]).toEqual([
      due,
      'missing',
      null,
    ])
  })
})

describe('a quiz over the whole class', () => {
  it('counts who handed in, late and not at all, and leaves out who is excused', () => {
    const lines = linesOf(
      row('Anna', [attempt(10)]),
      row('Ben', [attempt(4, 2)]),
      row('Cleo', []),
      row('Dan', [open]),
      row('Eva', [attempt(1)], true),
    )
    expect(summariesOf([quiz], lines)).toEqual([
      { quiz, students: 4, handedIn: 2, late: 1, missing: 1, excused: 1, mean: 0.7, median: 0.7 },
    ])
  })

  it('has the median in the middle, where the average is drawn by one', () => {
    const lines = linesOf(...[9, 9, 9, 8, 0].map((points, n) => row(`${n}`, [attempt(points)])))
    expect(summariesOf([quiz], lines)).toMatchObject([{ mean: 0.7, median: 0.9 }])
  })

  it('has neither where nobody has a grade', () => {
    expect(summariesOf([quiz], linesOf(row('Anna', [open])))).toMatchObject([
      { mean: null, median: null, handedIn: 0 },
    ])
    expect(summariesOf([quiz], [])).toMatchObject([{ students: 0, mean: null }])
  })

  it('is told for every quiz in its place', () => {
    const quizzes = [quiz, bookQuiz('b', 'Einstein Probe')]
    const lines = [lineOf(quizzes, EVENLY, row('Anna', [attempt(5)]), now)]
    expect(summariesOf(quizzes, lines).map(({ handedIn, missing }) => [handedIn, missing])).toEqual(
      [
        [1, 0],
        [0, 1],
      ],
    )
  })

  it('stands grades of any denominators, as averages of attempts have them', () => {
    const primes = [7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61]
    const lines = linesOf(
      ...primes.map((prime) => row(`${prime}`, [{ ...attempt(1), earned: fraction(10, prime) }])),
    )
    const mean = primes.reduce((sum, prime) => sum + 1 / prime, 0) / primes.length
    expect(summariesOf([quiz], lines)[0]?.mean).toBeCloseTo(mean, 12)
  })
})

describe('the total of a line', () => {
  const quizzes = [quiz, bookQuiz('b', 'Einstein Probe')]
  const weighting = (missing: 'ignored' | 'zero') => ({
    ...EVENLY,
    missing,
    assignments: [
      { assignmentId: 'a', categoryId: null, weight: 1 },
      { assignmentId: 'b', categoryId: null, weight: 3 },
    ],
  })
  const both = bookRow('Anna', {
    taken: [
      taken('a', { attempts: [attempt(2)] }),
      taken('b', { attempts: [attempt(2)], override: fraction(1) }),
    ],
  })

  it('weighs as the class does, and counts the grade that a teacher has set', () => {
    const line = lineOf(quizzes, weighting('ignored'), both, now)
    expect(line.total).toEqual(fraction(4, 5))
    expect(line.entries[1]?.cell).toMatchObject({ isOverridden: true, grade: fraction(1) })
  })

  it('takes what is missing for nothing or for 0, as the class does', () => {
    const first = bookRow('Ben', { taken: [taken('a', { attempts: [attempt(2)] })] })
    const totals = (['ignored', 'zero'] as const).map(
      (missing) => lineOf(quizzes, weighting(missing), first, now).total,
    )
    expect(totals).toEqual([fraction(1, 5), fraction(1, 20)])
  })

  it('is none where nothing counts, and of the class the mean of those there are', () => {
    const none = lineOf(quizzes, weighting('ignored'), bookRow('Ben'), now)
    expect(none.total).toBeNull()
    const lines = [none, lineOf(quizzes, weighting('ignored'), both, now)]
    expect(totalsOf(lines)).toEqual({ students: 1, mean: 0.8, median: 0.8 })
  })
})

describe('a line as its student reads it', () => {
  const [line] = linesOf(row('Anna', [attempt(7, 3)]))
  const own = (isHidden: boolean, total: number | null): OwnGrades => ({
    total,
    grades: [
      {
        assignmentId: 'a',
        title: 'Smile',
        cell: { state: 'graded', isLate: true, isOverdue: false },
        grade: isHidden ? null : fraction(7, 10),
        isHidden,
        reason: null,
        comment: null,
        part: 1,
      },
    ],
  })

  it('has neither a grade nor a total that is not released, and says what was handed in', () => {
    const read = line && ownLine(line, own(true, null))
    expect(read).toMatchObject({ total: null })
    expect(read?.entries[0]).toMatchObject({
      earned: null,
      isHidden: true,
      cell: { grade: null, computed: null, points: null, state: 'graded', isLate: true },
      handedInAt: new Date(due.getTime() + 3 * 3_600_000),
    })
    expect(JSON.stringify(read)).not.toMatch(/"n":7/)
  })

  it('does not tell which of several attempts is the best, by no date and no mark', () => {
    const bests = [attempt(9, -3, 'early'), attempt(2, -3, 'early')].map((early) => {
      const [several] = linesOf(row('Anna', [early, attempt(5, 3, 'late')]))
      return several && ownLine(several, own(true, null))
    })
    expect(bests[0]).toEqual(bests[1])
    expect(bests[0]?.entries[0]).toMatchObject({ handedInAt: null, cell: { attempts: 2 } })
  })

  it('is the same as the teacher’s where all of it is shown', () => {
    expect(line && ownLine(line, own(false, 700_000_000))).toEqual(line)
  })

  it('hides what nobody has said may be seen', () => {
    const read = line && ownLine(line, { grades: [], total: null })
    expect(read?.entries[0]).toMatchObject({ isHidden: true, earned: null })
  })
})
