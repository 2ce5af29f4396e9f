import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, fraction, multiply } from '@/lib/domain/fraction'
import {
  type AnalysedAttempt,
  analyseItems as analyse,
  chooseAttempts,
  urgentFirst,
  WHICH,
} from '@/lib/domain/item-analysis'
import { analyseQuiz } from '@/lib/domain/statistics'
import { summarise } from '@/lib/domain/summary'
import { rollupOf, talliesOf } from '@/tests/support/rolled'
import { the } from '@/tests/support/the'
import { after, statements, versionOf } from '@/tests/support/versions'
import { sample } from './question/samples'

const noone = { versionId: 'v1', seed: 'seed', responses: [], points: 6 }
const attempts = fc
  .array(
    fc.record({
      learner: fc.constantFrom('Ada', 'Ben', 'Cleo'),
      at: fc.integer({ min: 0, max: 20 }),
      earned: fc.integer({ min: 0, max: 6 }),
      versionId: fc.constantFrom('v1', 'v2'),
    }),
    { maxLength: 25 },
  )
  .map((all) =>
    all.map(
      ({ learner, at, earned, versionId }, place): AnalysedAttempt => ({
        ...noone,
        id: `a${String(place).padStart(2, '0')}`,
        learner: { id: learner, name: learner },
        versionId,
        startedAt: after(at),
        submittedAt: after(at),
        earned: fraction(earned),
      }),
    ),
  )
const idsOf = (all: readonly AnalysedAttempt[]) => all.map(({ id }) => id)

describe('the attempts that are chosen', () => {
  it('are those of each learner once, or all of them, and never any other', () => {
    fc.assert(
      fc.property(attempts, fc.constantFrom(...WHICH), (all, which) => {
        const chosen = chooseAttempts(all, which)
        const learners = chosen.map(({ learner }) => learner.id).sort()
        expect(idsOf(all)).toEqual(expect.arrayContaining(idsOf(chosen)))
        if (which === 'all') expect(idsOf(chosen).sort()).toEqual(idsOf(all).sort())
        else expect(learners).toEqual([...new Set(all.map(({ learner }) => learner.id))].sort())
      }),
    )
  })

  it('are the first, the last and the best of a learner; of equal ones the earliest', () => {
    fc.assert(
      fc.property(attempts, (all) => {
        for (const learner of ['Ada', 'Ben', 'Cleo']) {
          const own = all.filter((each) => each.learner.id === learner)
          if (own.length === 0) continue
          const chosen = (which: (typeof WHICH)[number]) =>
            the(chooseAttempts(all, which).find((each) => each.learner.id === learner))
          const times = own.map(({ submittedAt }) => submittedAt.getTime())
          expect(chosen('first').submittedAt.getTime()).toBe(Math.min(...times))
          expect(chosen('last').submittedAt.getTime()).toBe(Math.max(...times))
          const best = chosen('highest')
          for (const each of own) {
            const order = compare(each.earned, best.earned)
            expect(order).toBeLessThanOrEqual(0)
            if (order === 0)
              expect(each.submittedAt.getTime()).toBeGreaterThanOrEqual(best.submittedAt.getTime())
          }
        }
      }),
    )
  })

  it('do not depend on the order in which they are read', () => {
    fc.assert(
      fc.property(attempts, fc.constantFrom(...WHICH), (all, which) => {
        expect(chooseAttempts([...all].reverse(), which)).toEqual(chooseAttempts(all, which))
      }),
    )
  })
})

/** Attempts that earned these marks; null for a blank, undefined where it was not asked. */
function marked(version: ReturnType<typeof versionOf>, rows: (number | null | undefined)[][]) {
  return rows.map((row, at): AnalysedAttempt => {
    const asked = version.questions.filter((_question, place) => row[place] !== undefined)
    const earned = row.reduce<number>((total, mark) => total + (mark ?? 0), 0)
    return {
      id: `a${at}`,
      learner: { id: `l${at}`, name: `Learner ${at}` },
      versionId: 'v1',
      seed: `seed ${at}`,
      startedAt: after(at),
      submittedAt: after(at),
      earned: fraction(earned),
      points: asked.reduce((total, { points }) => total + points, 0),
      responses: version.questions.flatMap(({ id }, place) => {
        const mark = row[place]
        if (mark === undefined) return []
        return [
          { questionId: id, value: mark === null ? null : 'true', earned: fraction(mark ?? 0) },
        ]
      }),
    }
  })
}

/** The analysis of these attempts as they are counted. */
const analyseItems = (version: ReturnType<typeof versionOf>, all: AnalysedAttempt[]) =>
  analyse(version, summarise(rollupOf(talliesOf(version, all))))

const g1 = versionOf([
  ...statements(4),
  sample('true-false', { id: 'q5', title: 'Question 5', points: 2 }),
])
const G1 = [
  [1, 1, 1, 1, 2],
  [1, 1, 1, 1, 2],
  [1, 1, 1, 0, 2],
  [1, 1, 0, 1, 1],
  [1, 1, 1, 0, 1],
  [1, 0, 1, 0, 1],
  [1, 0, 0, 1, 0],
  [0, 1, 0, 0, 1],
  [0, 0, 0, 0, 0],
  [0, 0, 0, 0, 0],
]

describe('the figures of a quiz', () => {
  it('are Moodle’s, as the golden vector of ten attempts has them', () => {
    const { quiz, items, alpha, points } = analyseItems(g1, marked(g1, G1))
    expect(points).toBe(6)
    expect(quiz.internalConsistency).toBeCloseTo(80.848624, 6)
    expect(quiz.standardError).toBeCloseTo(0.963212, 6)
    expect(alpha).toBe('satisfactory')
    expect(items.map(({ statistics }) => statistics.facility)).toEqual([0.7, 0.6, 0.5, 0.4, 0.5])
    const indices = [68.72316, 63.219542, 63.402946, 30.291963, 82.9925]
    items.forEach(({ statistics, reading, asked }, at) => {
      expect(statistics.discriminationIndex).toBeCloseTo(indices[at] ?? 0, 6)
      expect(statistics.randomGuessScore).toBe(0.5)
      expect(reading).toBe(at === 3 ? 'adequate' : 'good')
      expect(asked).toBe(10)
    })
  })

  it('count a blank as nothing earned, and say how many there are', () => {
    const blanks = G1.map((row, at) => (at > 7 ? row.map(() => null) : row))
    const plain = analyseItems(g1, marked(g1, G1))
    const { quiz, items } = analyseItems(g1, marked(g1, blanks))
    expect(quiz).toEqual(plain.quiz)
    expect(items.map(({ blank }) => blank)).toEqual([2, 2, 2, 2, 2])
  })

  it('are silent on discrimination and alpha with nine attempts, and tell facility with its range', () => {
    const { quiz, items, alpha } = analyseItems(g1, marked(g1, G1.slice(0, 9)))
    expect(quiz).toMatchObject({ internalConsistency: null, errorRatio: null, standardError: null })
    expect(quiz.mean).not.toBeNull()
    expect(alpha).toBe('too-few')
    for (const { statistics, ranges, reading } of items) {
      expect(statistics).toMatchObject({
        discriminationIndex: null,
        discriminativeEfficiency: null,
        effectiveWeight: null,
      })
      expect(statistics.facility).not.toBeNull()
      expect(ranges.facility).not.toBeNull()
      expect(ranges.discrimination).toBeNull()
      expect(reading).toBe('too-few')
    }
  })

  it('name what asks for a look first: a negative question before a weak one', () => {
    const turned = G1.map(([a = 0, b = 0, c = 0, d = 0, e = 0]) => [a, b, c, 1 - d, e])
    const { items } = analyseItems(g1, marked(g1, turned))
    expect(urgentFirst(items)[0]).toMatchObject({ id: 'q4', reading: 'check-the-key' })
  })

  it('put every attempt into one band of ten per cent, a full score into the last', () => {
    const { bands } = analyseItems(g1, marked(g1, G1))
    const counts = bands.map(({ count }) => count)
    // 6, 6, 5, 4, 4, 3, 2, 2, 0 and 0 of 6
    expect(counts).toEqual([2, 0, 0, 2, 0, 1, 2, 0, 1, 2])
  })

  it('hold no seed and no response: nothing by which a code could be read', () => {
    const told = JSON.stringify(analyseItems(g1, marked(g1, G1)))
    for (const secret of ['seed', 'responses']) expect(told).not.toContain(secret)
  })
})

describe('the figures of a quiz that is drawn', () => {
  const drawn = versionOf(statements(4), {
    draw: [
      ['q1', 'q2'],
      ['q3', 'q4'],
    ],
  })
  const rows = Array.from({ length: 24 }, (_, at) => {
    const [first, second] = [at % 3 === 0 ? 0 : 1, at % 2]
    return at % 4 < 2
      ? [first, undefined, second, undefined]
      : [undefined, first, second, undefined]
  })

  it('are over those who were asked, against the rest of their papers', () => {
    const { items } = analyseItems(drawn, marked(drawn, rows))
    expect(items.map(({ id, asked }) => [id, asked])).toEqual([
      ['q1', 12],
      ['q2', 12],
      ['q3', 24],
    ])
    const own = rows.filter((row) => row[0] !== undefined)
    const { items: expected } = analyseQuiz(
      [1, 1],
      own.map((row) => [row[0] ?? 0, row[2] ?? 0]),
    )
    expect(items[0]?.statistics.facility).toBe(expected[0]?.facility)
    expect(items[0]?.statistics.discriminationIndex).toBeCloseTo(
      the(expected[0]?.discriminationIndex),
      9,
    )
    expect(items[0]?.statistics.effectiveWeight).toBeNull()
  })

  it('have a mean and no alpha, and say that it is for the draw', () => {
    const { quiz, alpha, points } = analyseItems(drawn, marked(drawn, rows))
    const totals = marked(drawn, rows).map(({ earned }) => earned.n / earned.d)
    expect(quiz.mean).toBeCloseTo(totals.reduce((sum, each) => sum + each, 0) / 24, 12)
    expect([quiz.internalConsistency, alpha, points]).toEqual([null, 'drawn', 2])
  })

  it('leave out what nobody was asked, and an answer that was sent to a question not asked', () => {
    const [first, ...others] = marked(drawn, rows)
    const sent = { questionId: 'q4', value: 'true', earned: null }
    const more = { ...the(first), responses: [...the(first).responses, sent] }
    const { items } = analyseItems(drawn, [more, ...others])
    expect(items.some(({ id }) => id === 'q4')).toBe(false)
  })
})

it('a share is exact where the highest is chosen: 1/3 of 3 is as much as 2/3 of 6', () => {
  const attempt = (id: string, earned: number, points: number, at: number): AnalysedAttempt => ({
    ...noone,
    id,
    learner: { id: 'Ada', name: 'Ada' },
    startedAt: after(at),
    submittedAt: after(at),
    earned: multiply(fraction(earned), fraction(1, 3)),
    points,
  })
  const all = [attempt('late', 2, 6, 2), attempt('early', 1, 3, 1)]
  expect(idsOf(chooseAttempts(all, 'highest'))).toEqual(['early'])
})
