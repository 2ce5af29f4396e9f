import type { Keeper, Kept } from './kept'
import type { Clocks, Saved } from './save-entry'
import type { Reply, SaveInit, Timers, Value } from './save-request'
import type { SaveState } from './save-state'

/** Two screens answered the same question: which answer stands, and what the field now shows. */
export interface Conflict {
  questionId: string
  stands: 'mine' | 'theirs'
  value: Value
}

export interface AutosaveOptions {
  attemptId: string
  url(questionId: string): string
  fetch(url: string, init: SaveInit): Promise<Reply>
  clock: Clocks
  timers: Timers
  saved: Record<string, Saved>
  /** Where answers wait for the server; nowhere but on the page where none is given. */
  keeper?: Keeper
  onState(state: SaveState): void
  onConflict(conflict: Conflict): void
  /** An answer that this device had kept is on the page again. */
  onTakenUp?(questionId: string, value: Value, flagged: boolean): void
}

export interface Unsent {
  questionId: string
  value: Value
  /** Milliseconds since it was given. */
  age: number
}

export interface Autosave {
  /** Takes a new answer and sends it after `delay` milliseconds, unless a newer one comes first. */
  change(questionId: string, value: Value, delay: number): void
  flag(questionId: string, flagged: boolean): void
  /** Takes up what this device has kept of the attempt, on an earlier page or in another tab, and sends it. */
  takeUp(kept: readonly Kept[]): void
  /** Sends whatever is not saved, at once and in the order in which it was given. */
  retry(): void
  /** The same all at once, from a page that may be gone in a moment. */
  burst(): void
  /** Sends at once, then waits until all is saved, sending has failed, or `ms` have passed. */
  settle(ms: number): Promise<void>
  version(questionId: string): number
  /** The age in milliseconds of each answer that is not confirmed yet. */
  pending(): Record<string, number>
  unsent(): Unsent[]
  /** How many answers came after the end: kept aside for the teacher, and not taken any more. */
  ended(): { late: number; refused: number }
  /** Sends and keeps nothing any more; what is kept stays where it is. */
  stop(): void
}
