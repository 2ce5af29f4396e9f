import { mark } from '@/lib/domain/question/publish'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import { SEED } from './samples'

/** The share that a stored value earns, as it is written: 2/3. */
export const share = (question: AuthoredQuestion, value: unknown) => {
  const { n, d } = mark(question, SEED, value).share
  return d === 1 ? String(n) : `${n}/${d}`
}
export const verdicts = (question: AuthoredQuestion, value: unknown) =>
  mark(question, SEED, value).parts.map(({ verdict }) => verdict)
export const feedback = (question: AuthoredQuestion, value: unknown) =>
  mark(question, SEED, value).parts.map((part) => part.feedback)
