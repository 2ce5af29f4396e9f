/** How many letters have to be changed, added, taken away or swapped with their neighbour. */
function edits(from: string, to: string): number {
  let before: number[] = []
  let row = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1
      const best = [(row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same]
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        best.push((before[j - 2] ?? 0) + 1)
      next.push(Math.min(...best))
    }
    before = row
    row = next
  }
  return row[to.length] ?? 0
}

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
