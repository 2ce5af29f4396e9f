import { State, type StateName } from '@/components/ui/state'
import type { Verdict } from '@/lib/domain/attempt'
import type { ExplanationWords } from './words'

const states: Record<Verdict, StateName> = {
  right: 'right',
  partly: 'part',
  wrong: 'wrong',
  blank: 'blank',
  voided: 'blank',
  'full-marks': 'right',
}

export function VerdictState({
  verdict,
  words,
}: {
  verdict: Verdict
  words: ExplanationWords['explanation']
}) {
  return <State state={states[verdict]}>{words.verdict[verdict]}</State>
}
