import { Icon } from '@/components/ui/icon'
import { fill } from '@/components/ui/words'
import type { NavigatorItem } from '@/lib/domain/open-attempt'
import type { Completeness } from '@/lib/domain/question/completeness'
import type { SheetWords } from './words'

type Words = SheetWords['sheet']

const KEY = ['answered', 'started', 'blank', 'here'] as const

const looks: Record<Completeness, string> = {
  answered: 'answered',
  started: 'started',
  'not-a-number': 'started',
  blank: 'blank',
}
const look = (item: NavigatorItem, isHere: boolean) =>
  ['nv', looks[item.completeness], isHere && 'here', item.checked && 'checked']
    .filter(Boolean)
    .join(' ')

/** "Question 3, answered, flagged, on this page" */
export function navigatorLabel(item: NavigatorItem, isHere: boolean, words: Words): string {
  const states = words.navigator
  return [
    fill(words.question, { number: item.number }),
    states[item.completeness],
    item.checked && states.checked,
    item.flagged && states.flagged,
    isHere && states.here,
  ]
    .filter(Boolean)
    .join(', ')
}

/** All questions as squares that submit the form to their page; every state has its word below. */
export function Navigator({
  items,
  page,
  words,
}: {
  items: readonly NavigatorItem[]
  page: number
  words: Words
}) {
  const states = words.navigator
  return (
    <nav className="nvg" aria-label={states.title}>
      <p className="tag">{states.title}</p>
      <ol className="nvs">
        {items.map((item) => {
          const isHere = item.page === page
          return (
            <li key={item.id}>
              <button
                type="submit"
                name="go"
                value={`page:${item.page}`}
                data-question={item.number}
                className={look(item, isHere)}
                aria-label={navigatorLabel(item, isHere, words)}
                aria-current={isHere ? 'step' : undefined}
              >
                {item.number}
                {item.flagged && <Flag />}
              </button>
            </li>
          )
        })}
      </ol>
      {/* Each square says its state itself; read out, the key would be a list of bare words. */}
      <ul className="nkey" aria-hidden="true">
        {KEY.map((state) => (
          <li key={state}>
            <span className={`nv sample ${state}`} />
            {states[state]}
          </li>
        ))}
        {items.some(({ checked }) => checked) && (
          <li>
            <span className="nv sample answered checked" />
            {states.checked}
          </li>
        )}
        <li>
          <span className="nv-flag">
            <Icon name="flagged" />
          </span>
          {states.flagged}
        </li>
      </ul>
    </nav>
  )
}

const PENNANT = 'M3 15.5V1.5h11.4L11 5.6l3.4 4.2H3'

function Flag() {
  return (
    <svg className="fl" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path className="halo" d={PENNANT} />
      <path d={PENNANT} />
    </svg>
  )
}
