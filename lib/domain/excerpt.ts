/** One sign between two words, as in Chang’e-6. */
const JOINT = /^[^\s\p{L}\p{Nd}]$/u

/**
 * A text cut as its words were, where `words` are alternately what was not and what was looked for.
 * Matches that only a sign parts become one.
 */
export function cutAs(words: readonly string[], text: string): string[] {
  const shown = text.normalize('NFC')
  let at = 0
  const [first = '', ...others] = words.map((piece) => {
    const from = at
    at += piece.length
    return shown.slice(from, at)
  })
  const pieces = [first]
  for (let next = 0; next < others.length; next += 2) {
    const isJoined = pieces.length > 1 && JOINT.test(pieces.at(-1) ?? '')
    const before = isJoined ? pieces.splice(-2).join('') : ''
    pieces.push(before + (others[next] ?? ''), others[next + 1] ?? '')
  }
  return pieces
}

const BEFORE = 90
const LENGTH = 260

/** The end of `text` from a word's beginning on, at most `most` characters long. */
const tail = (text: string, most: number) =>
  text.length <= most ? text : `… ${text.slice(-most).replace(/^\S*\s+/, '')}`
const head = (text: string, most: number) =>
  text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, '')} …`

/**
 * A long text around its first match: up to 90 characters before and about 260 in all, cut between
 * words. `pieces` are alternately what was not and what was looked for, and so is the answer.
 */
export function excerpt(pieces: readonly string[]): string[] {
  const [first = '', ...others] = pieces
  if (others.length === 0) return [head(first, LENGTH)]
  const kept = [tail(first, BEFORE)]
  let left = LENGTH - (kept[0] ?? '').length
  for (const [at, piece] of others.entries()) {
    const isMatch = at % 2 === 0
    if (isMatch && left < piece.length) break
    kept.push(isMatch ? piece : head(piece, left))
    left -= piece.length
    if (left <= 0) break
  }
  return kept
}
