import { useId } from 'react'
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
  'not-a-number': 'wrong',
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

function Row({
  part,
  label,
  isExpectedShown,
  words,
}: {
  part: Part
  label: string | null
  isExpectedShown: boolean
  words: Words
}) {
  const known = part.verdict === 'right' || part.verdict === 'missed'
  const answer = (known && part.expected) || part.given
  return (
    <li className="prow">
      <PartState verdict={part.verdict} words={words} />
      <div>
        {label !== null && <p className="plabel">{label}</p>}
        <p className={answer === null ? 'none' : undefined}>{answer ?? words.nothing}</p>
        {isExpectedShown && part.expected !== null && part.expected !== answer && (
          <p className="pexp">{fill(words.expected, { text: part.expected })}</p>
        )}
        {part.feedback && <p className="pfeed">{part.feedback}</p>}
      </div>
    </li>
  )
}

/** An order that was not answered at all, which its rows would say one by one. */
const NOTHING: Part = {
  ref: '',
  label: null,
  given: null,
  expected: null,
  verdict: 'blank',
  feedback: null,
}

function RightOrder({ order, words }: { order: readonly string[]; words: Words }) {
  const id = useId()
  if (order.length === 0) return null
  return (
    <div className="rorder">
      <p className="plabel" id={id}>
        {words.order}
      </p>
      <ol aria-labelledby={id}>
        {order.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
    </div>
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
  const { parts, order, rule, verdict } = explanation
  const [first] = parts
  const isWhole = parts.length === 1 && first?.label === null
  const only = isWhole ? first : verdict === 'blank' && order.length > 0 ? NOTHING : null
  if (only) {
    const why = only.verdict === 'not-a-number' ? words['not-a-number'] : only.feedback
    return (
      <>
        <Boxes part={only} isGivenShown={isGivenShown} words={words} />
        {why && <p className="why">{why}</p>}
        <RightOrder order={order} words={words} />
      </>
    )
  }
  const rows = (
    <ol className="parts" aria-label={words.answers}>
      {parts.map((part) => (
        <Row
          key={`${part.ref} ${part.label} ${part.expected}`}
          part={part}
          label={part.label === null ? null : fill(words.part[rule], { label: part.label })}
          isExpectedShown={order.length === 0}
          words={words}
        />
      ))}
    </ol>
  )
  return (
    <>
      {rows}
      <RightOrder order={order} words={words} />
    </>
  )
}
