import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { fill } from '@/components/ui/words'
import { placed } from '@/lib/domain/question/order'
import { type FieldProps, fieldName, type Pace } from './field-props'
import { useOrderDrag } from './order-drag'
import { PartState, partOf } from './part-state'

const steps = [
  { direction: 'up', by: -1, icon: 'arrow-up' },
  { direction: 'down', by: 1, icon: 'arrow-down' },
] as const

export function Ordering({
  question,
  value,
  onChange,
  disabled,
  marks,
  words,
}: FieldProps<'ordering'>) {
  const { items } = question.face
  const all = items.length
  const order = value ?? items.map(({ id }) => id)
  const rows = order.flatMap((code) => items.find(({ id }) => id === code) ?? [])
  const list = useRef<HTMLOListElement>(null)
  const focused = useRef<HTMLButtonElement | null>(null)
  const [moved, setMoved] = useState<string | null>(null)
  const [said, setSaid] = useState('')

  // A row that changes its place in the document drops the focus of its button.
  useEffect(() => {
    focused.current?.focus()
    focused.current = null
  })

  function put(id: string, place: number, pace: Pace) {
    if (disabled || order.indexOf(id) === place) return
    onChange(placed(order, id, place), pace)
    setMoved(id)
    setSaid(fill(words.ordering.moved, { place: place + 1, all }))
  }
  const { dragged, grip } = useOrderDrag(list, (id, place) => put(id, place, 'typed'))

  function step(event: MouseEvent<HTMLButtonElement>, id: string, to: number) {
    event.preventDefault()
    if (to < 0 || to >= all) return
    focused.current = event.currentTarget
    put(id, to, 'chosen')
  }
  function keep(event: MouseEvent) {
    event.preventDefault()
    onChange(order, 'chosen')
    setSaid(words.ordering.kept)
    list.current?.querySelector('button')?.focus()
  }

  return (
    <div className="ord">
      <ol ref={list} aria-label={words.ordering.list}>
        {rows.map(({ id, text }, place) => {
          const part = value === null ? null : partOf(marks, id)
          const look = [part && `is-${part.verdict}`, !marks && moved === id && 'mv']
          return (
            <li
              key={id}
              data-item={id}
              className={['orow', dragged === id && 'dragged', ...look].filter(Boolean).join(' ')}
            >
              <span className={disabled ? 'on' : 'on grip'} {...(!disabled && grip(id))}>
                {place + 1}
              </span>
              <span className="ot">{text}</span>
              {part && (
                <PartState verdict={part.verdict} words={words} said={words.ordering.next} />
              )}
              {!disabled && (
                <span className="ob">
                  {steps.map(({ direction, by, icon }) => {
                    const isEnd = place + by < 0 || place + by >= all
                    return (
                      <Button
                        key={direction}
                        variant="quiet"
                        type={isEnd ? 'button' : 'submit'}
                        name="move"
                        value={`${question.id} ${id} ${direction}`}
                        aria-label={fill(words.ordering[direction], { item: text })}
                        aria-disabled={isEnd || undefined}
                        onClick={(event) => step(event, id, place + by)}
                      >
                        <Icon name={icon} />
                      </Button>
                    )
                  })}
                </span>
              )}
              {!disabled && <input type="hidden" name={fieldName(question.id)} value={id} />}
            </li>
          )
        })}
      </ol>
      {!disabled && value && <input type="hidden" name={fieldName(question.id, 'set')} value="1" />}
      {!disabled && (
        <div className="ord-foot">
          <p className="cap">{words.ordering[value ? 'touched' : 'untouched']}</p>
          {!value && (
            <Button type="submit" name="move" value={`${question.id} keep`} onClick={keep}>
              {words.ordering.keep}
            </Button>
          )}
        </div>
      )}
      <p className="vh" role="status">
        {said}
      </p>
    </div>
  )
}
