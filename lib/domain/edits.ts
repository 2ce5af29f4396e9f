/** How many letters have to be changed, added, taken away or swapped with their neighbour. */
export function edits(from: string, to: string): number {
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
