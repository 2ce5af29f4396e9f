import { State, type StateName } from '@/components/ui/state'
import type { Part, PartVerdict } from '@/lib/domain/question/kind'
import type { QuestionWords } from './words'

const states: Record<PartVerdict, StateName> = {
  right: 'right',
  wrong: 'wrong',
  missed: 'right',
  blank: 'blank',
  'not-a-number': 'wrong',
}

/** The marked state of one part of an answer: shape and word; `said` brings other words for it. */
export function PartState({
  verdict,
  words,
  said = words.verdict,
}: {
  verdict: PartVerdict
  words: QuestionWords
  said?: Record<PartVerdict, string>
}) {
  return <State state={states[verdict]}>{said[verdict]}</State>
}

/** The part of a marking that the screen knows by this code. */
export const partOf = (marks: Part[] | null, ref: string): Part | null =>
  marks?.find((part) => part.ref === ref) ?? null
