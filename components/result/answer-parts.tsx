import { State, type StateName } from '@/components/ui/state'
import { fill } from '@/components/ui/words'
import type { Explanation } from '@/lib/domain/attempt'
import type { Part, PartVerdict } from '@/lib/domain/question/kind'
import type { ExplanationWords } from './words'

const states: Record<PartVerdict, StateName> = {
  right: 'right',
  wrong: 'wrong',
  missed: 'blank',
  blank: 'blank',
}

type Words = ExplanationWords['explanation']

function PartState({ verdict, words }: { verdict: PartVerdict; words: Words }) {
  return <State state={states[verdict]}>{words['part-verdict'][verdict]}</State>
}

/** One answer: what was given beside what was expected; one box where they agree. */
function Boxes({ part, isGivenShown, words }: { part: Part; isGivenShown: boolean; words: Words }) {
  const isSame = part.expected === null || part.expected === part.given
  if (isGivenShown && isSame) return null
  return (
    <dl className="ans">
      {!isGivenShown && (
        <div className={`mine is-${part.verdict}`}>
          <dt>{words['your-answer']}</dt>
          <dd>
            <b className={part.given === null ? 'none' : undefined}>
              {part.given ?? words.nothing}
            </b>
            <PartState verdict={part.verdict} words={words} />
          </dd>
        </div>
      )}
      {!isSame && (
        <div className="theirs">
          <dt>{words.answer}</dt>
          <dd>
            <b>{part.expected}</b>
          </dd>
        </div>
      )}
    </dl>
  )
}

function Row({ part, label, words }: { part: Part; label: string | null; words: Words }) {
  const known = part.verdict === 'right' || part.verdict === 'missed'
  const answer = (known && part.expected) || part.given
  return (
    <li className="prow">
      <PartState verdict={part.verdict} words={words} />
      <div>
        {label !== null && <p className="plabel">{label}</p>}
        <p className={answer === null ? 'none' : undefined}>{answer ?? words.nothing}</p>
        {part.expected !== null && part.expected !== answer && (
          <p className="pexp">{fill(words.expected, { text: part.expected })}</p>
        )}
        {part.feedback && <p className="pfeed">{part.feedback}</p>}
      </div>
    </li>
  )
}

/** The marking of an answer: two boxes for a single answer, a row for each of several parts. */
export function AnswerParts({
  explanation,
  isGivenShown,
  words,
}: {
  explanation: Explanation
  /** The field above shows the given answer already. */
  isGivenShown: boolean
  words: Words
}) {
  const { parts, rule } = explanation
  const [only] = parts
  if (only && parts.length === 1 && only.label === null) {
    return (
      <>
        <Boxes part={only} isGivenShown={isGivenShown} words={words} />
        {only.feedback && <p className="why">{only.feedback}</p>}
      </>
    )
  }
  return (
    <ol className="parts" aria-label={words.answers}>
      {parts.map((part) => (
        <Row
          key={`${part.ref} ${part.label} ${part.expected}`}
          part={part}
          label={part.label === null ? null : fill(words.part[rule], { label: part.label })}
          words={words}
        />
      ))}
    </ol>
  )
}
