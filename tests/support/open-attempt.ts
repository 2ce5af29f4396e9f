import type { Response, ScorableAttempt } from '@/lib/domain/attempt'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import { noon, versionOf } from './versions'

/** A response as the database brings it, saved once. */
export const response = (
  questionId: string,
  value: unknown,
  changes: Partial<Response> = {},
): Response => ({
  questionId,
  value,
  version: 1,
  flagged: false,
  savedAt: noon,
  checkedAt: null,
  tries: [],
  certainty: null,
  ...changes,
})

/** An open attempt at these questions with the seed 'seed'. */
export const attemptAt = (
  questions: AuthoredQuestion[],
  responses: Response[] = [],
  changes: Partial<ScorableAttempt> = {},
): ScorableAttempt => ({
  id: 'attempt',
  mode: 'test',
  behaviour: 'deferred',
  seed: 'seed',
  optionsFixed: false,
  tries: null,
  penalty: null,
  startedAt: noon,
  deadline: null,
  submittedAt: null,
  version: versionOf(questions),
  responses,
  ...changes,
})
