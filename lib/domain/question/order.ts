/** Moves the item with that code one place up or down; an item at the end stays where it is. */
export function moved(order: readonly string[], id: string, by: -1 | 1): string[] {
  const from = order.indexOf(id)
  const to = from + by
  const next = [...order]
  const other = next[to]
  if (from < 0 || other === undefined) return next
  next[to] = id
  next[from] = other
  return next
}

/** Puts the item with that code at `place` (from 0, kept within the list); the others close up. */
export function placed(order: readonly string[], id: string, place: number): string[] {
  if (!order.includes(id)) return [...order]
  const others = order.filter((each) => each !== id)
  others.splice(Math.max(0, Math.min(place, others.length)), 0, id)
  return others
}
