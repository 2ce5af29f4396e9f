import { VerdictState } from '@/components/result/verdict-state'
import { counted, fill } from '@/components/ui/words'
import type { TriedSoFar } from '@/lib/domain/tries'
import type { SheetWords } from './words'

/** How the last try came out and what the next one costs, while the key is not due. */
export function TriedNote({ tried, words }: { tried: TriedSoFar; words: SheetWords }) {
  const { tries } = words.behaviour
  const { used, of, penalty, verdict, hints } = tried
  return (
    <div className="qex">
      <h3 tabIndex={-1}>
        <VerdictState verdict={verdict} words={words.explanation} />
        <span className="cap">{fill(tries.count, { used, of })}</span>
      </h3>
      {hints.map((hint) => (
        <p key={hint} className="why">
          {hint}
        </p>
      ))}
      <p>
        {counted(tries.left, of - used)}{' '}
        {penalty === 0 ? tries.free : fill(tries.cost, { penalty })} {tries.how}
      </p>
    </div>
  )
}
