import type { Inline } from '@/lib/domain/lesson'

/** Words whose first letters stand out because they make a short name: **S**olar **W**ind. */
export interface Initials {
  type: 'initials'
  pieces: { letter: string; rest: string }[]
}

/** The letter of a word that is set off alone, where the word goes on after it. */
function initialAt(content: readonly Inline[], place: number) {
  const [strong, after] = content.slice(place, place + 2)
  if (strong?.type !== 'strong' || after?.type !== 'text' || !/^\p{L}/u.test(after.text))
    return null
  const [only, ...more] = strong.content
  if (only?.type !== 'text' || more.length > 0 || [...only.text].length !== 1) return null
  return { letter: only.text, rest: after.text }
}

/** The same words, with two or more such letters in a row taken as one. */
export function gatherInitials(content: readonly Inline[]): (Inline | Initials)[] {
  const gathered: (Inline | Initials)[] = []
  for (let place = 0; place < content.length; place++) {
    const pieces: Initials['pieces'] = []
    let next = initialAt(content, place)
    while (next) {
      pieces.push(next)
      next = initialAt(content, place + 2 * pieces.length)
    }
    const last = pieces.at(-1)
    const inline = content[place]
    if (pieces.length < 2 || !last) {
      if (inline) gathered.push(inline)
      continue
    }
    // Where the last word ends, other text begins.
    const [word = ''] = /^\p{L}+/u.exec(last.rest) ?? []
    const rest = last.rest.slice(word.length)
    last.rest = word
    gathered.push({ type: 'initials', pieces })
    if (rest !== '') gathered.push({ type: 'text', text: rest })
    place += 2 * pieces.length - 1
  }
  return gathered
}

/** Seen letter by letter, and heard in whole words, which stand in the page once for all that. */
export function InitialLetters({ pieces }: Pick<Initials, 'pieces'>) {
  return (
    <>
      <span
        className="vh heard"
        data-heard={pieces.map(({ letter, rest }) => letter + rest).join('')}
      />
      <span aria-hidden="true">
        {pieces.map(({ letter, rest }) => (
          <span key={letter + rest}>
            <strong>{letter}</strong>
            {rest}
          </span>
        ))}
      </span>
    </>
  )
}
