import { edits } from '@/lib/domain/edits'

/** The word of `known` that was probably meant by `typed`, or null where none is near. */
export function nearest(typed: string, known: readonly string[]): string | null {
  const ranked = known
    .map((word) => ({ word, far: edits(typed.toLowerCase(), word.toLowerCase()) }))
    .sort((a, b) => a.far - b.far)
  const [best] = ranked
  return best && best.far <= Math.max(1, Math.floor(typed.length / 3)) ? best.word : null
}

/** " Did you mean “…”?" where a known word is near, or ''. */
export function didYouMean(typed: string, known: readonly string[]): string {
  const word = nearest(typed, known)
  return word === null ? '' : ` Did you mean “${word}”?`
}
