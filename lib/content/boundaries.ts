/**
 * Where sentences end. The rules of Unicode (Intl.Segmenter) do most of it; what stands here puts
 * right what they cannot know: abbreviations, initials, numbers that begin a sentence, brackets and
 * quotations that go on.
 */
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** After these a full stop never ends a sentence. */
const BEFORE_MORE = new Set(
  `dr mr mrs ms prof st rev gen lt col sgt capt cf vs viz approx ca fig figs eq eqs vol ed eds e.g i.e
  jan feb mar apr jun jul aug sep sept oct nov dec`.split(/\s+/),
)
/** After these it doesn't, where a number follows. */
const BEFORE_NUMBER = new Set('no nos nr p pp art arts sec ch para'.split(' '))

/** Words that begin sentences and hardly ever go on after an initial: "in the U.S. The mission". */
const STARTERS = new Set(
  `The A An In On At By For From It Its This That These Those They He She We I You But And So Then
  When After Before As If Both Since Although However`.split(/\s+/),
)

const lastWord = (before: string) => /([\p{L}\p{N}.]+)\.["”’)\]]*\s*$/u.exec(before)?.[1] ?? ''
const firstWord = (after: string) => /^["“‘'([]*([\p{L}\p{N}]+)/u.exec(after)?.[1] ?? ''

const isInitial = (word: string) => /^(\p{L}\.)*\p{Lu}$|^(\p{L}\.)+\p{L}$/u.test(word)

function isAbbreviation(before: string, after: string): boolean {
  const word = lastWord(before)
  if (BEFORE_MORE.has(word.toLowerCase())) return true
  if (BEFORE_NUMBER.has(word.toLowerCase())) return /^\d/.test(after)
  return isInitial(word) && !STARTERS.has(firstWord(after)) && !/^["“(]/.test(after)
}

const PAIRS = [
  ['(', ')'],
  ['[', ']'],
  ['“', '”'],
] as const

/** Whether a bracket or quotation is open at `at` that is closed later in the paragraph. */
function isInside(text: string, at: number): boolean {
  const count = (part: string, sign: string) => part.split(sign).length - 1
  const before = text.slice(0, at)
  const after = text.slice(at)
  const straight = count(before, '"') % 2 === 1 && after.includes('"')
  return (
    straight ||
    PAIRS.some(
      ([open, close]) => count(before, open) > count(before, close) && after.includes(close),
    )
  )
}

function isBoundary(text: string, at: number): boolean {
  const before = text.slice(0, at)
  const after = text.slice(at)
  if (/^\p{Ll}/u.test(after) && !/^\p{Ll}+\p{Lu}/u.test(after)) return false
  if (!/[.!?…:]["”’')\]]*\s*$/.test(before)) return false
  return !isAbbreviation(before, after) && !isInside(text, at)
}

/** Where Unicode's rules see one sentence although a number or a name like "eROSITA" begins one. */
const MISSED = /[.!?]["”’)\]]*\s+(?=["“(]*(?:\p{N}|\p{Ll}+\p{Lu}))/gu

/** The offsets, in order, at which a sentence other than the first begins. */
export function boundaries(text: string): number[] {
  const candidates = new Set([...segmenter.segment(text)].map(({ index }) => index))
  for (const found of text.matchAll(MISSED)) candidates.add(found.index + found[0].length)
  return [...candidates]
    .filter((at) => at > 0 && at < text.length && isBoundary(text, at))
    .sort((a, b) => a - b)
}

/** A text cut into its sentences; one after the other they are the text. */
export function sentencesIn(text: string): string[] {
  const starts = [0, ...boundaries(text)]
  return starts.map((start, at) => text.slice(start, starts[at + 1]))
}
