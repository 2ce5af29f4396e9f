import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Evidence } from '@/lib/domain/evidence'
import {
  heightOf,
  type Level,
  lessonLevel,
  levelsAfter,
  masteryHistory,
} from '@/lib/domain/mastery'

const OBJECTIVES = ['one', 'two', 'three']
let count = 0
/** A sitting with right (+) and wrong (-) answers to the questions of one objective, in their order. */
const sat = (kind: Evidence['kind'], marks: string, objective = 'one', first = 0): Evidence => ({
  id: String(count++).padStart(6, '0'),
  at: new Date(Date.UTC(2026, 0, 1) + count * 1000),
  kind,
  answers: [...marks].map((mark, place) => ({
    ...{ questionId: `${objective}-${first + place}`, objective, isRight: mark === '+' },
  })),
})
const levelAfter = (...evidence: Evidence[]): Level | undefined => levelsAfter(evidence).get('one')

/** The shortest ways to each level. */
const to: Record<Level, Evidence[]> = {
  'not-started': [],
  attempted: [sat('exercise', '---')],
  familiar: [sat('mixed', '+')],
  proficient: [sat('exercise', '+++')],
  mastered: [sat('exercise', '+++'), sat('mixed', '+')],
}
const after = (level: Level, ...evidence: Evidence[]) => levelAfter(...to[level], ...evidence)

describe('the questions of one lesson', () => {
  it.each([
    ['++++', 'proficient'],
    ['+++-', 'familiar'],
    ['++-', 'attempted'],
    ['---', 'attempted'],
    ['+++++++---', 'familiar'],
  ] as const)('%s make %s', (marks, level) => {
    expect(levelAfter(sat('exercise', marks))).toBe(level)
  })

  it('are judged by the last answer to each: redoing what was missed makes proficient', () => {
    const first = sat('exercise', '++-')
    expect(levelAfter(first, sat('exercise', '+', 'one', 2))).toBe('proficient')
    expect(levelAfter(first, sat('exercise', '-', 'one', 2))).toBe('attempted')
  })

  it('never lower a level, and never make mastered', () => {
    for (const level of ['familiar', 'proficient', 'mastered'] as const)
      expect(after(level, sat('exercise', '---'))).toBe(level)
    expect(after('proficient', sat('exercise', '+++'))).toBe('proficient')
  })
})

describe('a mixed quiz', () => {
  it.each([
    ['not-started', '+', 'familiar'],
    ['attempted', '++', 'familiar'],
    ['familiar', '+', 'proficient'],
    ['proficient', '+', 'mastered'],
    ['mastered', '+', 'mastered'],
    ['mastered', '-', 'proficient'],
    ['proficient', '--', 'familiar'],
    ['familiar', '-', 'attempted'],
    ['attempted', '-', 'attempted'],
    ['not-started', '-', 'attempted'],
    ['mastered', '+-', 'mastered'],
    ['not-started', '+-', 'attempted'],
  ] as const)('from %s by %s leads to %s', (level, marks, reached) => {
    expect(after(level, sat('mixed', marks))).toBe(reached)
  })
})

describe('reviews', () => {
  const reviews = (marks: string) => [...marks].map((mark) => sat('review', mark))
  it.each([
    ['familiar', '++', 'proficient'],
    ['attempted', '++++', 'proficient'],
    ['proficient', '++++', 'proficient'],
    ['mastered', '++', 'mastered'],
    ['mastered', '--', 'proficient'],
    ['proficient', '--', 'familiar'],
    ['familiar', '+-', 'familiar'],
    ['familiar', '-+', 'familiar'],
    ['familiar', '+', 'familiar'],
    ['familiar', '+-++', 'proficient'],
    ['not-started', '-', 'attempted'],
  ] as const)('from %s by %s lead to %s', (level, marks, reached) => {
    expect(after(level, ...reviews(marks))).toBe(reached)
  })
})

describe('a lesson', () => {
  const levels = new Map<string, Level>([
    ['one', 'mastered'],
    ['two', 'familiar'],
  ])
  it.each([
    [['one', 'two'], false, 'familiar'],
    [['one'], false, 'mastered'],
    [['one', 'three'], false, 'attempted'],
    [['three'], false, 'not-started'],
    [['three'], true, 'attempted'],
  ] as const)('with %j, read: %s, is %s', (objectives, isRead, level) => {
    expect(lessonLevel(objectives, levels, isRead)).toBe(level)
  })
})

const answer = fc.record({
  objective: fc.constantFrom(...OBJECTIVES),
  question: fc.integer({ min: 0, max: 3 }),
  isRight: fc.boolean(),
})
const history: fc.Arbitrary<Evidence[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom<Evidence['kind']>('exercise', 'mixed', 'review'),
      hour: fc.integer({ min: 0, max: 2000 }),
      answers: fc.uniqueArray(answer, {
        ...{ minLength: 1, maxLength: 6 },
        selector: ({ objective, question }) => `${objective}-${question}`,
      }),
    }),
    { maxLength: 30 },
  )
  .map((sittings) =>
    sittings.map(({ kind, hour, answers }, place) => ({
      id: String(place).padStart(4, '0'),
      at: new Date(Date.UTC(2026, 0, 1) + hour * 3_600_000),
      kind,
      answers: (kind === 'review' ? answers.slice(0, 1) : answers).map((each) => ({
        ...{ questionId: `${each.objective}-${each.question}` },
        ...{ objective: each.objective, isRight: each.isRight },
      })),
    })),
  )
const many = { numRuns: 3000 }
const levelOf = (levels: ReadonlyMap<string, Level> | undefined, objective: string): Level =>
  levels?.get(objective) ?? 'not-started'
/** The history with what each sitting moved. */
const moves = (evidence: Evidence[]) => {
  const inOrder = [...evidence].sort(
    (a, b) => Number(a.at) - Number(b.at) || (a.id < b.id ? -1 : 1),
  )
  const milestones = masteryHistory(evidence)
  return inOrder.map((sitting, place) => ({
    sitting,
    before: milestones[place - 1]?.levels,
    after: milestones[place]?.levels,
  }))
}

describe('in every history', () => {
  it('mastered is reached from proficient alone, by a mixed quiz with all right', () => {
    fc.assert(
      fc.property(history, (evidence) => {
        for (const { sitting, before, after: then } of moves(evidence))
          for (const objective of OBJECTIVES) {
            if (
              levelOf(then, objective) !== 'mastered' ||
              levelOf(before, objective) === 'mastered'
            )
              continue
            expect(levelOf(before, objective)).toBe('proficient')
            expect(sitting.kind).toBe('mixed')
            const own = sitting.answers.filter((each) => each.objective === objective)
            expect(own.every(({ isRight }) => isRight)).toBe(true)
          }
      }),
      many,
    )
  })

  it('mixed quizzes and reviews move a level by one step, once something has been answered', () => {
    fc.assert(
      fc.property(history, (evidence) => {
        for (const { sitting, before, after: then } of moves(evidence)) {
          if (sitting.kind === 'exercise') continue
          for (const objective of OBJECTIVES) {
            const [from, reached] = [levelOf(before, objective), levelOf(then, objective)].map(
              heightOf,
            )
            const step = (reached ?? 0) - Math.max(1, from ?? 0)
            if (reached !== 0) expect(Math.abs(step)).toBeLessThanOrEqual(1)
          }
        }
      }),
      many,
    )
  })

  it('nothing moves an objective that was not asked', () => {
    fc.assert(
      fc.property(history, (evidence) => {
        const all = levelsAfter(evidence)
        for (const objective of OBJECTIVES) {
          const own = evidence.map((sitting) => ({
            ...sitting,
            answers: sitting.answers.filter((each) => each.objective === objective),
          }))
          expect(levelOf(levelsAfter(own), objective)).toBe(levelOf(all, objective))
        }
      }),
      many,
    )
  })

  it('a last answer that is right instead of wrong never leaves a lower level', () => {
    fc.assert(
      fc.property(
        history.filter(({ length }) => length > 0),
        (evidence) => {
          const last = moves(evidence).at(-1)?.sitting
          for (const [place, { objective }] of (last?.answers ?? []).entries()) {
            const set = (isRight: boolean) =>
              evidence.map((sitting) =>
                sitting === last
                  ? {
                      ...sitting,
                      answers: sitting.answers.map((each, at) =>
                        at === place ? { ...each, isRight } : each,
                      ),
                    }
                  : sitting,
              )
            const [wrong, right] = [false, true].map((isRight) =>
              heightOf(levelOf(levelsAfter(set(isRight)), objective)),
            )
            expect(right).toBeGreaterThanOrEqual(wrong ?? 0)
          }
        },
      ),
      many,
    )
  })

  it('the order in which sittings are listed does not matter, only when they were', () => {
    fc.assert(
      fc.property(
        history.chain((each) =>
          fc.tuple(fc.constant(each), fc.shuffledSubarray(each, { minLength: each.length })),
        ),
        ([evidence, shuffled]) => {
          expect(levelsAfter(shuffled)).toEqual(levelsAfter(evidence))
          expect(masteryHistory(evidence).at(-1)?.levels ?? new Map()).toEqual(
            levelsAfter(evidence),
          )
        },
      ),
      many,
    )
  })
})
