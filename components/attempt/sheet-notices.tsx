import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { counted, fill } from '@/components/ui/words'
import type { Mode } from '@/lib/domain/course'
import type { SaveState } from './save-state'
import type { SheetWords } from './words'

/** What stands in the way of saving, in sentences: what happened, what is safe, what to do. */
export function SheetNotices({
  state,
  isUnsent,
  elsewhere,
  onFile,
  mode,
  closedHref,
  signInHref,
  words,
}: {
  state: SaveState
  isUnsent: boolean
  /** Where else the attempt is open: on a device of this name, or in another tab (null). */
  elsewhere: { device: string | null } | null
  /** Saves the file of last resort. */
  onFile(): void
  mode: Mode
  /** Where it is seen what stands once nothing can be saved any more. */
  closedHref: string
  signInHref: string
  words: SheetWords['sheet']['notice']
}) {
  const reason = state.phase === 'unsaved' ? state.reason : null
  const isKept = state.phase === 'unsaved' && state.isKept
  const late = state.phase === 'closed' ? state.late : 0
  return (
    <div className="qnotices" aria-live="assertive">
      {elsewhere && state.phase !== 'closed' && (
        <Notice tone="information">
          {elsewhere.device === null
            ? words['elsewhere-tab']
            : fill(words['elsewhere-device'], { device: elsewhere.device })}
        </Notice>
      )}
      {late > 0 && (
        <Notice tone="information" title={counted(words['late-title'], late)}>
          <p>
            {words.late} <a href={closedHref}>{words.result[mode]}</a>
          </p>
        </Notice>
      )}
      {state.phase === 'closed' && (late === 0 || state.refused > 0) && (
        <Notice tone="trouble" title={words['closed-title'][mode]}>
          <p>
            {words.closed[mode]} <a href={closedHref}>{words.result[mode]}</a>
          </p>
        </Notice>
      )}
      {reason === 'signed-out' && (
        <Notice tone="trouble" title={words['signed-out-title']}>
          <p>
            {words[isKept ? 'signed-out-kept' : 'signed-out']}{' '}
            <a href={signInHref} target="_blank" rel="noopener">
              {words['sign-in']}
            </a>
          </p>
        </Notice>
      )}
      {state.phase === 'unsaved' && (state.isLong || !state.isKept) && (
        <Notice
          tone="trouble"
          title={counted(words[isKept ? 'file-title' : 'file-title-open'], state.waiting)}
        >
          <p>{words[isKept ? 'file-kept' : 'file-open']}</p>
          <Button className="mt-3" onClick={onFile}>
            {words.file}
          </Button>
        </Notice>
      )}
      {reason === 'missing' && (
        <Notice tone="trouble" title={words['missing-title']}>
          <p>{words[isKept ? 'missing-kept' : 'missing']}</p>
        </Notice>
      )}
      {isUnsent && (
        <Notice tone="trouble" title={words['unsent-title']}>
          <p>{words[isKept ? 'unsent-kept' : 'unsent']}</p>
        </Notice>
      )}
    </div>
  )
}
