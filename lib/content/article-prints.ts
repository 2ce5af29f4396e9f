import { createHash } from 'node:crypto'
import { z } from 'zod'
import { sentencesIn } from './boundaries'

/**
 * What is kept of a source document whose text is not ours to keep: a hash of every five words that
 * follow each other. With these a quotation can be held against it word for word, and a copied
 * stretch found anywhere, while the text itself stays out of the repository.
 */
export const RUN = 5

const hash = z.string().regex(/^[\da-f]{12}$/, 'Here belong twelve hexadecimal digits.')

/** article-prints.yaml, which a script writes. */
export const printsSchema = z.strictObject({
  sentences: z
    .record(z.string().regex(/^S\d{2}$/), z.array(hash))
    .describe('The runs of each numbered sentence.'),
  text: z.array(hash).describe('The runs of the whole text, in the order of the hashes.'),
})
export type ArticlePrints = z.infer<typeof printsSchema>

/** The words of a text as they are compared: without case, punctuation and kinds of apostrophe. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? []

const print = (salt: string, words: readonly string[]) =>
  createHash('sha256')
    .update(`${salt}|${words.join(' ')}`)
    .digest('hex')
    .slice(0, 12)

const runs = (salt: string, words: readonly string[]): string[] =>
  words
    .slice(0, Math.max(0, words.length - RUN + 1))
    .map((_word, at) => print(salt, words.slice(at, at + RUN)))

/** The hash of every run of the text, in its order; none where it has fewer than five words. */
export const textRuns = (text: string): string[] => runs('', wordsOf(text))

/** The same within one numbered sentence, whose number goes into the hash. */
export const sentenceRuns = (sentence: string, text: string): string[] =>
  runs(sentence, wordsOf(text))

/** The prints of a document: its paragraphs stand on lines of their own. */
export function printsOf(document: string): ArticlePrints {
  const sentences = document
    .split('\n')
    .flatMap(sentencesIn)
    .filter((text) => wordsOf(text).length > 0)
  const numbered = sentences.map((text, at) => {
    const id = `S${String(at + 1).padStart(2, '0')}`
    return [id, sentenceRuns(id, text).sort()] as const
  })
  return { sentences: Object.fromEntries(numbered), text: textRuns(document).sort() }
}

export interface Stretch {
  /** How many words of the document follow each other, and the first of them. */
  words: number
  begins: string
}

/**
 * What of the document stands in `text`: every stretch of more than `most` words that follow each
 * other there, and how many of the document's runs there are in all, each counted once.
 */
export function copiedInto(
  text: string,
  known: ReadonlySet<string>,
  most: number,
): { stretches: Stretch[]; runs: number } {
  const words = wordsOf(text)
  const stretches: Stretch[] = []
  const met = new Set<string>()
  let length = 0
  const end = (at: number) => {
    const count = length === 0 ? 0 : length + RUN - 1
    const begins = words.slice(at - length, at - length + RUN).join(' ')
    if (count > most) stretches.push({ words: count, begins })
    length = 0
  }
  const all = textRuns(text)
  for (const [at, run] of all.entries()) {
    if (known.has(run)) {
      length++
      met.add(run)
    } else end(at)
  }
  end(all.length)
  return { stretches, runs: met.size }
}
