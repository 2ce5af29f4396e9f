import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALL_SHOWN, SHOWABLES, type Showable } from '@/lib/domain/assignment'
import { explainAll, type ScorableAttempt } from '@/lib/domain/attempt'
import { KINDS, type Kind } from '@/lib/domain/question/kind'
import { reviewed, reviewedAll } from '@/lib/domain/review'
import { noon, oneOfEachKind, versionOf } from '@/tests/support/versions'
import { codeFor, rightAnswer } from '@/tests/unit/question/samples'

const questions = oneOfEachKind()
const attempt = (values: Partial<Record<Kind, unknown>>): ScorableAttempt => ({
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
  responses: questions.flatMap(({ id, kind }) =>
    values[kind] === undefined
      ? []
      : [
          {
            questionId: id,
            value: values[kind],
            version: 1,
            flagged: false,
            savedAt: noon,
            checkedAt: null,
            tries: [],
            certainty: null,
          },
        ],
  ),
})
const choice = (kind: Kind, text: string) => {
  const question = questions.find((each) => each.kind === kind)
  return question ? codeFor(question, text, 'seed') : ''
}
const wrong = attempt({
  'single-choice': choice('single-choice', 'single one'),
  'multiple-response': [choice('multiple-response', 'multiple five')],
  'true-false': 'false',
  numeric: '12 km',
  'short-text': 'nothing of the kind',
  ordering: (
    rightAnswer(questions.find(({ kind }) => kind === 'ordering') ?? never(), 'seed') as string[]
  ).toReversed(),
})
function never(): never {
  throw new Error('There is one of each kind')
}

const subsets = fc.subarray([...SHOWABLES])
const seen = (shown: readonly Showable[]) => new Set(shown)

/** What the key of the samples is told by, beside the explanation itself. */
const KEYS = [
  'single two',
  'multiple one',
  'multiple two',
  'multiple three',
  '987654.5',
  'canary key',
  'canary note',
  'canary explanation',
  'canary quote',
  'canary-lesson',
]

describe('a result before its right answers are due', () => {
  it('holds nothing that tells a key, whatever else is shown and however it was answered', () => {
    const hidden = subsets.map((shown) => shown.filter((what) => what !== 'rightAnswers'))
    fc.assert(
      fc.property(hidden, fc.boolean(), (shown, isBlank) => {
        const explanations = explainAll(isBlank ? attempt({}) : wrong)
        const text = JSON.stringify(reviewedAll(explanations, seen(shown)))
        for (const key of KEYS) expect(text).not.toContain(key)
      }),
    )
  })
  it('holds reasons of the given answers only where feedback is shown', () => {
    const explanations = explainAll(wrong)
    const text = (shown: Showable[]) => JSON.stringify(reviewedAll(explanations, seen(shown)))
    expect(text(['score', 'correctness'])).not.toContain('canary feedback')
    expect(text(['feedback'])).toContain('canary feedback single one')
    expect(text(['feedback'])).not.toContain('canary feedback single three')
  })
  it('holds no question at all where only the score is shown', () => {
    expect(reviewedAll(explainAll(wrong), seen(['score']))).toEqual([])
    expect(reviewedAll(explainAll(wrong), seen([]))).toEqual([])
  })
  it('holds what each answer earned and how it came out', () => {
    const explanations = explainAll(wrong)
    const known = reviewedAll(explanations, seen(['correctness']))
    expect(known.map(({ verdict, earned }) => ({ verdict, earned }))).toEqual(
      explanations.map(({ verdict, earned }) => ({ verdict, earned })),
    )
    expect(known.map(({ number }) => number)).toEqual(KINDS.map((_kind, at) => at + 1))
  })
})

describe('a result whose right answers are due', () => {
  it('is the whole explanation with feedback, and without it the same but for reasons', () => {
    for (const explanation of explainAll(wrong)) {
      expect(reviewed(explanation, ALL_SHOWN)).toEqual(explanation)
      const bare = reviewed(explanation, seen(['score', 'correctness', 'rightAnswers']))
      expect(bare).toMatchObject({ explanation: explanation.explanation, order: explanation.order })
      expect(JSON.stringify(bare)).not.toContain('canary feedback')
    }
  })
})
