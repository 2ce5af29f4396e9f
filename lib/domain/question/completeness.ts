import { readNumber } from '@/lib/domain/typed'
import type { Kind } from './kind'
import type { PublishedQuestion, StoredResponse } from './publish'

/** How far an answer has come. It says nothing about whether it is right. */
export type Completeness = 'blank' | 'started' | 'not-a-number' | 'answered'

const whole = (filled: number, all: number): Completeness =>
  filled === 0 ? 'blank' : filled < all ? 'started' : 'answered'

const entries = (value: StoredResponse) =>
  typeof value === 'string' || Array.isArray(value) ? {} : value
const filledIn = (value: StoredResponse, ids: string[]) => {
  const given = entries(value)
  return ids.filter((id) => (given[id] ?? '').trim() !== '').length
}

const answered = (value: StoredResponse): Completeness =>
  value.length === 0 || (typeof value === 'string' && value.trim() === '') ? 'blank' : 'answered'

type Rule<K extends Kind> = (
  face: PublishedQuestion<K>['face'],
  value: StoredResponse,
) => Completeness

const rules: { [K in Kind]: Rule<K> } = {
  'single-choice': (_face, value) => answered(value),
  'multiple-response': (_face, value) => answered(value),
  'true-false': (_face, value) => answered(value),
  numeric: ({ unit, spellings }, value) => {
    const typed = typeof value === 'string' ? value.trim() : ''
    if (typed === '') return 'blank'
    return readNumber(typed, [unit, ...spellings]).length > 0 ? 'answered' : 'not-a-number'
  },
  'short-text': (_face, value) => answered(value),
  matching: ({ rows }, value) =>
    whole(
      filledIn(
        value,
        rows.map(({ id }) => id),
      ),
      rows.length,
    ),
  ordering: (_face, value) => answered(value),
  cloze: ({ pieces }, value) => {
    const gaps = pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.id]))
    return whole(filledIn(value, gaps), gaps.length)
  },
}

/** Kept apart from the kinds' modules, which bring zod: the browser needs this and not those. */
export function completeness(
  question: PublishedQuestion,
  value: StoredResponse | null,
): Completeness {
  if (value === null) return 'blank'
  const rule = rules[question.kind] as (face: unknown, value: StoredResponse) => Completeness
  return rule(question.face, value)
}
