/** A text of a file with its path, written as in `Problem.path`. */
export interface TextAt {
  path: string
  text: string
}

/** Names, addresses, drawings, and what is copied from elsewhere: none of it is an author's words. */
const PASSED_OVER = new Set('id url mark evidence wide narrow asOf kind'.split(' '))

const nameOf = (entry: unknown, at: number) =>
  typeof entry === 'object' && entry !== null && 'id' in entry ? String(entry.id) : String(at + 1)

/** Every text that an author wrote anywhere inside `value`. */
export function textsIn(value: unknown, path = ''): TextAt[] {
  if (typeof value === 'string') return [{ path, text: value }]
  const inside = (name: string) => (path === '' ? name : `${path}.${name}`)
  if (Array.isArray(value))
    return value.flatMap((entry: unknown, at) => textsIn(entry, inside(nameOf(entry, at))))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value)
    .filter(([name]) => !PASSED_OVER.has(name))
    .flatMap(([name, entry]) => textsIn(entry, inside(name)))
}
