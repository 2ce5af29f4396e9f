import { Notice } from '@/components/ui/notice'
import type { Mode } from '@/lib/domain/course'
import type { SaveState } from './autosave'
import type { SheetWords } from './words'

/** What stands in the way of saving, in sentences: what happened, what is safe, what to do. */
export function SheetNotices({
  state,
  isUnsent,
  mode,
  closedHref,
  signInHref,
  words,
}: {
  state: SaveState
  isUnsent: boolean
  mode: Mode
  /** Where it is seen what stands once nothing can be saved any more. */
  closedHref: string
  signInHref: string
  words: SheetWords['sheet']['notice']
}) {
  const reason = state.phase === 'unsaved' ? state.reason : null
  return (
    <div className="qnotices" aria-live="assertive">
      {state.phase === 'closed' && (
        <Notice tone="trouble" title={words['closed-title'][mode]}>
          <p>
            {words.closed[mode]} <a href={closedHref}>{words.result[mode]}</a>
          </p>
        </Notice>
      )}
      {reason === 'signed-out' && (
        <Notice tone="trouble" title={words['signed-out-title']}>
          <p>
            {words['signed-out']}{' '}
            <a href={signInHref} target="_blank" rel="noopener">
              {words['sign-in']}
            </a>
          </p>
        </Notice>
      )}
      {reason === 'missing' && (
        <Notice tone="trouble" title={words['missing-title']}>
          <p>{words.missing}</p>
        </Notice>
      )}
      {isUnsent && (
        <Notice tone="trouble" title={words['unsent-title']}>
          <p>{words.unsent}</p>
        </Notice>
      )}
    </div>
  )
}
