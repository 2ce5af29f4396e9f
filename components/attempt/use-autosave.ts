import { useEffect, useState } from 'react'
import type { Pace } from '@/components/question/field-props'
import type { AttemptItem } from '@/lib/domain/open-attempt'
import type { StoredResponse } from '@/lib/domain/question/publish'
import { createAutosave } from './autosave'
import type { Autosave, Conflict } from './autosave-contract'
import { keeperInBrowser } from './kept-in-browser'
import { browserRoad } from './save-request'
import type { SaveState } from './save-state'

/** Milliseconds that an answer waits for more of the same. */
const DELAY: Record<Pace, number> = { typed: 300, chosen: 0 }

export interface Answer {
  value: StoredResponse | null
  flagged: boolean
}

export interface AttemptSaving {
  answers: Record<string, Answer>
  state: SaveState
  conflicts: Record<string, Conflict['stands']>
  autosave: Autosave
  change(questionId: string, value: StoredResponse | null, pace: Pace): void
  flag(questionId: string, flagged: boolean): void
}

/**
 * Keeps the answers of the page and saves each change; takes up and sends what this browser has kept
 * of the attempt; warns before leaving with answers that the server does not have.
 *
 * @param learner the key under which this browser keeps the learner's answers
 */
export function useAutosave(
  attemptId: string,
  items: readonly AttemptItem[],
  learner: string,
): AttemptSaving {
  const [answers, setAnswers] = useState<Record<string, Answer>>(() =>
    Object.fromEntries(
      items.map(({ question, value, flagged }) => [question.id, { value, flagged }]),
    ),
  )
  const [state, setState] = useState<SaveState>({ phase: 'saved', at: null })
  const [isDirty, setDirty] = useState(false)
  const [conflicts, setConflicts] = useState<Record<string, Conflict['stands']>>({})

  const update = (id: string, change: Partial<Answer>) =>
    setAnswers((all) => ({
      ...all,
      [id]: { value: null, flagged: false, ...all[id], ...change },
    }))

  const [autosave] = useState(() =>
    createAutosave({
      attemptId,
      ...browserRoad(attemptId),
      keeper: keeperInBrowser(learner),
      saved: Object.fromEntries(
        items.map(({ question, version, value, flagged }) => [
          question.id,
          { version, value, flagged },
        ]),
      ),
      onState: (next) => {
        setState(next)
        setDirty(next.phase === 'saving' || next.phase === 'unsaved')
      },
      onConflict: ({ questionId, stands, value }) => {
        update(questionId, { value })
        setConflicts((all) => ({ ...all, [questionId]: stands }))
      },
      onTakenUp: (questionId, value, flagged) => update(questionId, { value, flagged }),
    }),
  )

  useEffect(() => {
    let isGone = false
    // What is fixed already is not sent again.
    const fixed = items.flatMap(({ question, explanation }) => (explanation ? [question.id] : []))
    const keeper = keeperInBrowser(learner)
    void keeper.list().then((kept) => {
      const own = kept.filter((each) => each.attemptId === attemptId)
      for (const each of own) if (fixed.includes(each.questionId)) void keeper.drop(each)
      if (!isGone) autosave.takeUp(own.filter(({ questionId }) => !fixed.includes(questionId)))
    })
    return () => {
      isGone = true
    }
    // Once for a page: what comes later comes from this page itself, or sends itself.
  }, [autosave, attemptId, learner, items])

  useEffect(() => {
    const retry = () => autosave.retry()
    const leave = () => autosave.burst()
    const turn = () => (document.visibilityState === 'hidden' ? autosave.burst() : autosave.retry())
    window.addEventListener('online', retry)
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', turn)
    return () => {
      window.removeEventListener('online', retry)
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', turn)
      autosave.burst()
    }
  }, [autosave])

  useEffect(() => {
    if (!isDirty) return
    const warn = (event: BeforeUnloadEvent) => {
      if (Object.keys(autosave.pending()).length > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [autosave, isDirty])

  return {
    answers,
    state,
    conflicts,
    autosave,
    change(questionId, value, pace) {
      update(questionId, { value })
      setDirty(true)
      setConflicts(({ [questionId]: _settled, ...others }) => others)
      autosave.change(questionId, value, DELAY[pace])
    },
    flag(questionId, flagged) {
      update(questionId, { flagged })
      setDirty(true)
      autosave.flag(questionId, flagged)
    },
  }
}
