import type { Kind, Part } from '@/lib/domain/question/kind'
import type { PublishedQuestion, ResponseOf } from '@/lib/domain/question/publish'
import type { QuestionWords } from './words'

/** Whether more of the same answer is likely to follow at once. */
export type Pace = 'typed' | 'chosen'

export interface FieldProps<K extends Kind> {
  question: PublishedQuestion<K>
  value: ResponseOf<K> | null
  onChange(value: ResponseOf<K> | null, pace: Pace): void
  disabled: boolean
  /** The marking, once it is explained. */
  marks: Part[] | null
  words: QuestionWords
}

/** The name under which a plain form sends an answer, or one part of it. */
export const fieldName = (questionId: string, part?: string): string =>
  part === undefined ? `r.${questionId}` : `r.${questionId}.${part}`

/** A pair record without its empty entries, or null where nothing is left. */
export function filledPairs(pairs: Record<string, string>): Record<string, string> | null {
  const filled = Object.entries(pairs).filter(([, text]) => text.trim() !== '')
  return filled.length > 0 ? Object.fromEntries(filled) : null
}
