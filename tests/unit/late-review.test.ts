import { expect, it } from 'vitest'
import type { ScorableAttempt } from '@/lib/domain/attempt'
import { type Correction, corrected } from '@/lib/domain/correction'
import type { LateAnswer } from '@/lib/domain/late-answer'
import { lateShown } from '@/lib/domain/late-review'
import { textsOf } from '@/lib/domain/question/correct'
import { the } from '@/tests/support/the'
import { after, noon, statements, versionOf } from '@/tests/support/versions'

const questions = statements(2)
const answered = (value: string): ScorableAttempt => ({
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
  responses: [
    {
      questionId: 'q1',
      value,
      version: 1,
      flagged: false,
      savedAt: noon,
      checkedAt: null,
      tries: [],
      certainty: null,
    },
  ],
})
const late = (value: string): LateAnswer => ({
  id: 'late',
  questionId: 'q1',
  value,
  certainty: null,
  givenAt: noon,
  receivedAt: noon,
  source: 'device',
  decidedAt: null,
  accepted: null,
})
/** The statement is false after all, and nobody loses by that. */
const corrections: Correction[] = [
  {
    id: 'c',
    questionId: 'q1',
    remedy: 'rekeyed',
    change: { ...textsOf(the(questions[0])), key: ['false'] },
    reason: 'It is false.',
    mayLower: false,
    at: after(1),
  },
]
const shown = (saved: string, given: string) => {
  const attempt = { ...corrected(answered(saved), corrections), corrections }
  return the(lateShown(attempt, [late(given)])[0])
}

it('a late answer is shown with what accepting it earns, where a key was put right as well', () => {
  // The mark that was kept belongs to the answer that was saved.
  expect(shown('true', 'false')).toMatchObject({
    saved: { verdict: 'right' },
    late: { verdict: 'right', earned: { n: 1 } },
  })
  expect(shown('false', 'true')).toMatchObject({
    saved: { verdict: 'right' },
    late: { verdict: 'right', earned: { n: 1 } },
  })
})
