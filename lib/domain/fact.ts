import { writeFraction } from './fraction'
import { shortDigest } from './seed'
import { bandOf, type TalliedAnswer, type Tally } from './tally'

/**
 * Something that is true of an attempt and that an analysis counts: the way from a figure to the
 * students behind it. As text it is what addresses and the index of the database hold; what was
 * typed is in neither.
 */
export type Fact =
  | { kind: 'band'; band: number }
  | { kind: 'asked'; item: string }
  | { kind: 'blank'; item: string }
  | { kind: 'mark'; item: string; share: string }
  | { kind: 'pick'; item: string; part: string; answer: string }
  | { kind: 'other'; item: string; part: string }
  | { kind: 'why'; item: string; why: string }

/** How an answer is called in a fact: by its authored id, or by a digest of what was typed. */
export const addressOf = ({ id, typed }: Pick<TalliedAnswer, 'id' | 'typed'>): string =>
  typed ? `~${shortDigest(id)}` : id

/** Parts in the order in which a fact of each kind has them. */
const fields: { [Kind in Fact['kind']]: (fact: Extract<Fact, { kind: Kind }>) => string[] } = {
  band: ({ band }) => [String(band)],
  asked: ({ item }) => [item],
  blank: ({ item }) => [item],
  mark: ({ item, share }) => [item, share],
  pick: ({ item, part, answer }) => [item, part, answer],
  other: ({ item, part }) => [item, part],
  why: ({ item, why }) => [item, why],
}

export function writeFact(fact: Fact): string {
  const fieldsOf = fields[fact.kind] as (fact: Fact) => string[]
  return [fact.kind, ...fieldsOf(fact)].map(encodeURIComponent).join('/')
}

const readers: Record<Fact['kind'], (parts: string[]) => Fact | null> = {
  band: ([band = '']) => (/^\d$/.test(band) ? { kind: 'band', band: Number(band) } : null),
  asked: ([item]) => (item ? { kind: 'asked', item } : null),
  blank: ([item]) => (item ? { kind: 'blank', item } : null),
  mark: ([item, share]) =>
    item && share && /^-?\d+\/[1-9]\d*$/.test(share) ? { kind: 'mark', item, share } : null,
  pick: ([item, part = '', answer = '']) => (item ? { kind: 'pick', item, part, answer } : null),
  other: ([item, part = '']) => (item ? { kind: 'other', item, part } : null),
  why: ([item, why]) => (item && why ? { kind: 'why', item, why } : null),
}

/** A fact from the text of an address; null where it is none. Total: any text. */
export function readFact(text: string): Fact | null {
  try {
    const [kind = '', ...parts] = text.slice(0, 400).split('/').map(decodeURIComponent)
    return Object.hasOwn(readers, kind) ? readers[kind as Fact['kind']](parts) : null
  } catch {
    return null
  }
}

/** All that is true of an attempt, each once. */
export function factsOf(tally: Tally): string[] {
  const facts: Fact[] = [{ kind: 'band', band: bandOf(tally.share) }]
  for (const { id: item, share, isBlank, answers } of tally.items) {
    facts.push({ kind: 'asked', item }, { kind: 'mark', item, share: writeFraction(share) })
    if (isBlank) facts.push({ kind: 'blank', item })
    for (const answer of answers) {
      const { part, why, typed } = answer
      facts.push({ kind: 'pick', item, part, answer: addressOf(answer) })
      if (typed) facts.push({ kind: 'other', item, part })
      if (why !== null) facts.push({ kind: 'why', item, why })
    }
  }
  return [...new Set(facts.map(writeFact))]
}
