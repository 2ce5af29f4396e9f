import { Button } from '@/components/ui/button'
import { State, type StateName } from '@/components/ui/state'
import { counted, fill } from '@/components/ui/words'
import type { SaveState, Trouble } from './save-state'
import type { SheetWords } from './words'

type Words = SheetWords['sheet']['save']

const troubles: Record<Trouble, 'unsaved' | 'signed-out' | 'missing'> = {
  unreachable: 'unsaved',
  'signed-out': 'signed-out',
  missing: 'missing',
}

/** "12:03:04" in the reader's zone, or in `timeZone`. */
export const clockTime = (at: Date, timeZone?: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    ...(timeZone !== undefined && { timeZone }),
  }).format(at)

/** The state of saving as a shape and words. */
export function saveText(
  state: SaveState,
  words: Words,
  timeZone?: string,
): { look: StateName; text: string } {
  if (state.phase === 'saving') return { look: 'saving', text: words.saving }
  if (state.phase === 'closed') return { look: 'late', text: words.closed }
  if (state.phase === 'unsaved') {
    const isKept = state.isKept && state.reason === 'unreachable'
    return { look: 'unsaved', text: isKept ? words.kept : words[troubles[state.reason]] }
  }
  const text = state.at ? fill(words.saved, { time: clockTime(state.at, timeZone) }) : words.ready
  return { look: 'saved', text }
}

/** Says how saving stands; where it fails, how many answers wait, and offers to try again. */
export function SaveLine({
  state,
  words,
  timeZone,
  onRetry,
  isShort = false,
}: {
  state: SaveState
  words: Words
  timeZone: string | undefined
  onRetry(): void
  isShort?: boolean
}) {
  const { look, text } = saveText(state, words, timeZone)
  const isKept = text === words.kept
  const isUnsaved = state.phase === 'unsaved'
  return (
    <div className="sv only-script">
      <p role="status" aria-label={words.label}>
        <State state={look}>{isShort && isKept ? words['kept-short'] : text}</State>
      </p>
      {!isShort && (
        <p className="cap">
          {isUnsaved
            ? counted(state.isKept ? words['waiting-kept'] : words.waiting, state.waiting)
            : words.help}
        </p>
      )}
      {isUnsaved && (
        <Button variant={isShort ? 'quiet' : 'plain'} onClick={onRetry}>
          {words.again}
        </Button>
      )}
    </div>
  )
}
