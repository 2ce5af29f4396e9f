import { fill } from '@/components/ui/words'
import { ChosenSelect } from './chosen-select'
import { type FieldProps, fieldName, filledPairs } from './field-props'
import { PartState, partOf } from './part-state'
import { TypedInput } from './typed-input'

export function Cloze({ question, value, onChange, disabled, marks, words }: FieldProps<'cloze'>) {
  const { pieces } = question.face
  const gaps = pieces.filter((piece) => typeof piece !== 'string')
  const set = (id: string, text: string) => filledPairs({ ...value, [id]: text })
  return (
    <p className="cloze">
      {pieces.map((piece, place) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: a piece of a text is its place
        if (typeof piece === 'string') return <span key={place}>{piece}</span>
        const { id, options } = piece
        const number = gaps.indexOf(piece) + 1
        const part = partOf(marks, id)
        const label = fill(words.cloze.gap, { gap: number, all: gaps.length })
        const look = part ? `gap is-${part.verdict}` : 'gap'
        return (
          <span className="gap-box" key={id}>
            <span className="gap-number" aria-hidden="true">
              {number}
            </span>
            {options ? (
              <ChosenSelect
                name={fieldName(question.id, id)}
                label={label}
                className={`sel ${look}`}
                empty={words.cloze.choose}
                options={options}
                value={value?.[id] ?? ''}
                disabled={disabled}
                onChoose={(chosen) => onChange(set(id, chosen), 'chosen')}
              />
            ) : (
              <TypedInput
                name={fieldName(question.id, id)}
                aria-label={label}
                className={`control ${look}`}
                maxLength={120}
                value={value?.[id] ?? ''}
                disabled={disabled}
                onType={(text) => onChange(set(id, text), 'typed')}
              />
            )}
            {part && <PartState verdict={part.verdict} words={words} />}
          </span>
        )
      })}
    </p>
  )
}
