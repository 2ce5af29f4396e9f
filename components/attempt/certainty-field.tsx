import { useRef } from 'react'
import { useEarlyInput } from '@/components/question/early-input'
import { fill } from '@/components/ui/words'
import { CERTAINTIES, type Certainty, isCertainty, MARKS } from '@/lib/domain/certainty'
import { fraction } from '@/lib/domain/fraction'
import { signed } from '@/lib/domain/score-format'
import type { SheetWords } from './words'

/** How sure the learner is of an answer: three radio buttons, each with what it can earn and cost. */
export function CertaintyField({
  questionId,
  certainty,
  disabled,
  words,
  onChange,
}: {
  questionId: string
  certainty: Certainty
  disabled: boolean
  words: SheetWords['behaviour']['certainty']
  onChange(certainty: Certainty): void
}) {
  const choice = useRef<HTMLFieldSetElement>(null)
  useEarlyInput(() => {
    const said = Number(choice.current?.querySelector<HTMLInputElement>('input:checked')?.value)
    if (!disabled && isCertainty(said) && said !== certainty) onChange(said)
  })
  return (
    <fieldset className="sure" ref={choice}>
      <legend>{words.legend}</legend>
      {CERTAINTIES.map((each) => (
        <label key={each}>
          <input
            type="radio"
            name={`c.${questionId}`}
            value={each}
            checked={each === certainty}
            disabled={disabled}
            onChange={() => onChange(each)}
          />
          <span>
            {words.levels[each]}
            <span className="cap">
              <span className="vh">: </span>
              {fill(words.marks, {
                right: signed(fraction(MARKS[each].right)),
                wrong: signed(fraction(MARKS[each].wrong)),
              })}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
