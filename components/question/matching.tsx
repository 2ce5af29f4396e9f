import { fill } from '@/components/ui/words'
import { ChosenSelect } from './chosen-select'
import { type FieldProps, fieldName, filledPairs } from './field-props'
import { PartState, partOf } from './part-state'

/** A native list shows about so many characters on a phone; longer choices are listed in full. */
const FITS = 34

export function Matching({
  question,
  value,
  onChange,
  disabled,
  marks,
  words,
}: FieldProps<'matching'>) {
  const { rows, choices } = question.face
  const isLong = choices.some(({ text }) => text.length > FITS)
  const letter = (place: number) => String.fromCharCode(65 + place)
  const options = choices.map(({ id, text }, place) => ({
    id,
    text: isLong ? `${letter(place)}: ${text}` : text,
  }))
  const done = rows.filter(({ id }) => value?.[id]).length
  return (
    <div className="match">
      {isLong && (
        <dl className="match-key" aria-label={words.matching.choices}>
          {choices.map(({ id, text }, place) => (
            <div key={id}>
              <dt>{letter(place)}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      <ul>
        {rows.map(({ id, text }) => {
          const part = partOf(marks, id)
          return (
            <li key={id} className={part ? `mrow is-${part.verdict}` : 'mrow'}>
              <span className="mp">{text}</span>
              <span className="ml" aria-hidden="true" />
              <ChosenSelect
                name={fieldName(question.id, id)}
                label={fill(words.matching.label, { row: text })}
                className="sel"
                empty={words.matching.choose}
                options={options}
                value={value?.[id] ?? ''}
                disabled={disabled}
                onChoose={(chosen) => onChange(filledPairs({ ...value, [id]: chosen }), 'chosen')}
              />
              {part && <PartState verdict={part.verdict} words={words} />}
            </li>
          )
        })}
      </ul>
      {!marks && (
        <p className="cap only-script">{fill(words.matching.set, { done, all: rows.length })}</p>
      )}
    </div>
  )
}
