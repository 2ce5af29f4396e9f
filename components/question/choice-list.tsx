import { useRef } from 'react'
import type { Part, PartVerdict } from '@/lib/domain/question/kind'
import { useEarlyInput } from './early-input'
import { fieldName } from './field-props'
import { PartState, partOf } from './part-state'
import type { QuestionWords } from './words'

interface Option {
  id: string
  text: string
}

/** An option that was right and not chosen is known by its text: a marking never lists all codes. */
function verdictOf(option: Option, marks: Part[] | null): PartVerdict | null {
  const own = partOf(marks, option.id)
  if (own) return own.verdict
  return marks?.some(({ expected }) => expected === option.text) ? 'missed' : null
}

/** Native radio buttons or checkboxes as cards; a letter in a circle (one) or a square (several). */
export function ChoiceList({
  questionId,
  type,
  options,
  chosen,
  onChoose,
  lettered = true,
  disabled,
  marks,
  words,
}: {
  questionId: string
  type: 'radio' | 'checkbox'
  options: Option[]
  chosen: readonly string[]
  onChoose(chosen: string[]): void
  lettered?: boolean
  disabled: boolean
  marks: Part[] | null
  words: QuestionWords
}) {
  const list = useRef<HTMLUListElement>(null)
  const checked = () =>
    [...(list.current?.querySelectorAll('input') ?? [])]
      .filter((input) => input.checked)
      .map(({ value }) => value)
  useEarlyInput(() => {
    const now = checked()
    if (
      !disabled &&
      now.join() !==
        options
          .filter(({ id }) => chosen.includes(id))
          .map(({ id }) => id)
          .join()
    )
      onChoose(now)
  })
  return (
    <ul className={lettered ? 'opts' : 'opts pair'} ref={list}>
      {options.map((option, place) => {
        const verdict = verdictOf(option, marks)
        return (
          <li key={option.id}>
            <label className={verdict ? `opt is-${verdict}` : 'opt'}>
              <input
                type={type}
                name={fieldName(questionId)}
                value={option.id}
                checked={chosen.includes(option.id)}
                disabled={disabled}
                onChange={() => onChoose(checked())}
              />
              <span className={`mk ${type}`} aria-hidden="true">
                {lettered ? String.fromCharCode(65 + place) : ''}
              </span>
              <span className="ot">{option.text}</span>
              {verdict ? (
                <PartState verdict={verdict} words={words} />
              ) : (
                <span className="you" aria-hidden="true">
                  {words['your-choice']}
                </span>
              )}
            </label>
          </li>
        )
      })}
    </ul>
  )
}
