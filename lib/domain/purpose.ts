/**
 * Why somebody takes a quiz alone: the whole of it, what was missed of it in an earlier attempt, or
 * questions of several lessons.
 */
export type Purpose = 'whole' | 'redo' | 'mixed'
