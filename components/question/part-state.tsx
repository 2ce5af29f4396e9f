import { State, type StateName } from '@/components/ui/state'
import type { Part, PartVerdict } from '@/lib/domain/question/kind'
import type { QuestionWords } from './words'

const states: Record<PartVerdict, StateName> = {
  right: 'right',
  wrong: 'wrong',
  missed: 'right',
  blank: 'blank',
}

/** The marked state of one part of an answer: shape and word. */
export function PartState({ verdict, words }: { verdict: PartVerdict; words: QuestionWords }) {
  return <State state={states[verdict]}>{words.verdict[verdict]}</State>
}

/** The part of a marking that the screen knows by this code. */
export const partOf = (marks: Part[] | null, ref: string): Part | null =>
  marks?.find((part) => part.ref === ref) ?? null
