import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALL_SHOWN, SHOWABLES, type Showable } from '@/lib/domain/assignment'
import { explainAll, type ScorableAttempt } from '@/lib/domain/attempt'
import { type Correction, corrected } from '@/lib/domain/correction'
import { readCorrection } from '@/lib/domain/correction-form'
import { type ClassAttempt, planOf, remarkedBetween } from '@/lib/domain/correction-plan'
import { fraction } from '@/lib/domain/fraction'
import { counted, recounted } from '@/lib/domain/item-corrections'
import { textsOf } from '@/lib/domain/question/correct'
import { reviewedAll, reviewedChanges } from '@/lib/domain/review'
import { REMEDIES } from '@/lib/domain/treatment'
import { the } from '@/tests/support/the'
import { after, noon, statements, versionOf } from '@/tests/support/versions'
import { sample } from '@/tests/unit/question/samples'

// What is said of a wrong answer may be shown; everything else with the canary tells the key.
const text = sample('short-text', { id: 'text', points: 1, feedback: 'Look again.' })
const [q1, q2] = statements(2)
const questions = [text, the(q1), the(q2)]
const attempt = (answers: Record<string, unknown>): ScorableAttempt => ({
  id: 'attempt',
  mode: 'test',
  behaviour: 'deferred',
  seed: 'seed',
  optionsFixed: false,
  tries: null,
  penalty: null,
  startedAt: noon,
  deadline: null,
  submittedAt: noon,
  version: versionOf(questions),
  responses: Object.entries(answers).map(([questionId, value]) => ({
    questionId,
    value,
    version: 1,
    flagged: false,
    savedAt: noon,
    checkedAt: null,
    tries: [],
    certainty: null,
  })),
})
const rekeyed = (mayLower = false): Correction => ({
  id: 'c1',
  questionId: 'text',
  remedy: 'rekeyed',
  change: { ...textsOf(text), key: ['the new canary'], accept: ['also canary'] },
  reason: 'It is the new canary.',
  mayLower,
  at: after(1),
})
const given = fc.constantFrom('canary key short', 'the new canary', 'something else', null)
const withoutKey = fc
  .subarray([...SHOWABLES])
  .map((shown) => new Set<Showable>(shown.filter((what) => what !== 'rightAnswers')))

describe('a correction in a result whose right answers are not due', () => {
  it('tells neither the key nor the reason, and not by what became of it', () => {
    fc.assert(
      fc.property(given, withoutKey, fc.boolean(), (value, shown, mayLower) => {
        const answers = value === null ? {} : { text: value }
        const right = corrected(attempt(answers), [rekeyed(mayLower)])
        const told = JSON.stringify(reviewedAll(explainAll(right), shown)).replaceAll(
          `"given":"${value}"`,
          '',
        )
        expect(told).not.toContain('canary')
        expect(told).not.toContain('would-lower')
        if (shown.size > 0 && (shown.has('correctness') || shown.has('feedback')))
          expect(told).toContain('"remedy":"rekeyed"')
      }),
    )
  })

  it('does not say of a mark that was kept that its answer is wrong now', () => {
    const kept = corrected(attempt({ text: 'canary key short' }), [rekeyed()])
    const [explained] = reviewedAll(explainAll(kept), new Set<Showable>(['correctness']))
    expect(explained).toMatchObject({ verdict: 'right', parts: [] })
    const [whole] = reviewedAll(explainAll(kept), ALL_SHOWN)
    expect(whole?.corrections).toMatchObject([
      { outcome: 'would-lower', reason: 'It is the new canary.' },
    ])
    expect(whole?.parts).toMatchObject([{ expected: 'the new canary' }])
  })

  it('tells of changed marks with the score, and why with the right answers', () => {
    const change = {
      id: 'g1',
      kind: 'correction' as const,
      at: noon,
      questionId: 'text',
      before: { earned: fraction(0), points: 3 },
      after: { earned: fraction(1), points: 3 },
      reason: 'It is the new canary.',
    }
    expect(reviewedChanges([change], new Set(['correctness']))).toEqual([])
    expect(reviewedChanges([change], new Set(['score', 'correctness']))).toEqual([
      { ...change, reason: null },
    ])
    // Of which question it was tells whether its answer is right.
    expect(reviewedChanges([change], new Set(['score']))).toEqual([
      { ...change, reason: null, questionId: null },
    ])
    expect(reviewedChanges([change], ALL_SHOWN)).toEqual([change])
  })
})

const of = (name: string, answers: Record<string, unknown>, isStudents = true): ClassAttempt => ({
  ...attempt(answers),
  id: `attempt of ${name}`,
  learner: { id: name, name },
  submittedAt: noon,
  isStudents,
})

describe('what would change', () => {
  const attempts = [
    of('Zoe', { text: 'the new canary', q1: 'true' }),
    of('Ada', { text: 'canary key short', q1: 'true' }),
    of('Bo', { q1: 'true' }),
    of('Teacher', { text: 'the new canary' }, false),
  ]

  it('is who gains and who loses, by how much, and the average of the students', () => {
    const plan = planOf(attempts, [], rekeyed(true), 'highest', noon)
    expect(plan.changes.map(({ learner: { name }, direction }) => [name, direction])).toEqual([
      ['Teacher', 1],
      ['Zoe', 1],
      ['Ada', -1],
    ])
    expect(the(plan.average).before).toBeCloseTo(4 / 9)
    expect(the(plan.average).after).toBeCloseTo(4 / 9)
    expect(planOf(attempts, [], rekeyed(), 'highest', noon)).toMatchObject({ kept: 1, asked: 4 })
  })

  it('is what applying it changes, whichever remedy it is', () => {
    for (const remedy of REMEDIES)
      for (const mayLower of [false, true]) {
        const { change, ...draft } = rekeyed(mayLower)
        const all = { ...draft, remedy, change: remedy === 'rekeyed' ? change : null }
        const plan = planOf(attempts, [], all, 'highest', noon)
        expect(plan.changes).toEqual(remarkedBetween(attempts, [], [all]).changes)
      }
  })

  it('is nothing, and no average, where nobody has handed in', () =>
    expect(planOf([], [], rekeyed(), 'average', noon)).toEqual({
      asked: 0,
      changes: [],
      kept: 0,
      nothingLeft: 0,
      unfit: 0,
      average: null,
    }))
})

describe('the form that puts a question right', () => {
  const filled = { ...textsOf(text), remedy: ['rekeyed'], reason: [' It was wrong. '] }

  it('says which remedy, why, and whether marks may fall', () => {
    expect(readCorrection({ ...filled, key: ['another'], mayLower: ['yes'] }, text)).toEqual({
      ok: true,
      value: {
        questionId: 'text',
        remedy: 'rekeyed',
        change: { ...textsOf(text), key: ['another'] },
        reason: 'It was wrong.',
        mayLower: true,
      },
    })
    expect(readCorrection({ remedy: ['voided'], reason: ['Unclear.'] }, text)).toMatchObject({
      value: { remedy: 'voided', change: null, mayLower: false },
    })
  })

  it('takes what the database can keep', () =>
    expect(readCorrection({ ...filled, key: ['a\0b'], reason: ['\0Why'] }, text)).toMatchObject({
      value: { reason: 'Why', change: { key: ['ab'] } },
    }))

  it('is refused with every fault at its field, and where nothing is different', () => {
    expect(
      readCorrection({ ...filled, key: [''], points: ['99'], reason: ['x'.repeat(501)] }, text),
    ).toEqual({
      ok: false,
      faults: { key: 'keyAnswer', points: 'keyPoints', reason: 'correctionReason' },
    })
    expect(readCorrection(filled, text)).toEqual({ ok: false, faults: { correction: 'keySame' } })
  })
})

describe('an analysis of a quiz in which questions were put right', () => {
  const analysed = (name: string, values: [string, number]) => ({
    id: name,
    learner: { id: name, name },
    versionId: 'v',
    seed: 'seed',
    startedAt: noon,
    submittedAt: noon,
    earned: fraction(values[1]),
    points: 3,
    responses: questions.map(({ id }) => ({
      questionId: id,
      value: id === 'text' ? values[0] : 'true',
      earned: fraction(id === 'text' ? values[1] - 2 : 1),
    })),
  })

  it('counts everybody by the corrected key, whoever kept a mark', () => {
    const attempts = [
      analysed('Ada', ['canary key short', 3]),
      analysed('Zoe', ['the new canary', 2]),
    ]
    const { version, corrected } = counted(versionOf(questions), [rekeyed()])
    const again = attempts.map((each) => recounted(version, each, [rekeyed()]))
    expect(again.map(({ earned, points }) => [earned.n, points])).toEqual([
      [2, 3],
      [3, 3],
    ])
    expect(corrected).toBe(1)
    expect(version).toMatchObject({ questions: [{ key: 'the new canary' }, {}, {}] })
  })

  it('counts what does not count any more as it was answered, and the rest as it is stored', () => {
    const voided = { ...rekeyed(), remedy: 'voided' as const, change: null }
    const stored = { ...analysed('Ada', ['canary key short', 2]), points: 2 }
    const version = versionOf(questions)
    const again = recounted(counted(version, [voided]).version, stored, [voided])
    expect([again.earned.n, again.points]).toEqual([3, 3])
    expect(counted(version, [])).toEqual({ version, corrected: 0 })
    expect(recounted(version, stored, [])).toBe(stored)
  })
})
