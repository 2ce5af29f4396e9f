import { type Lesson, sentencesOf, sentenceText } from './lesson'

export type Reading = 'very easy' | 'easy' | 'medium' | 'hard' | 'very hard'

/** The bands that Björnsson gave with his index. */
const BANDS: [below: number, reading: Reading][] = [
  [30, 'very easy'],
  [40, 'easy'],
  [50, 'medium'],
  [60, 'hard'],
]

const words = (text: string) => text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []

/**
 * LIX, the readability index of C. H. Björnsson (Läsbarhet, 1968): words per sentence plus the
 * percentage of words of more than six letters. It needs no dictionary and no counting of syllables,
 * so it holds for several languages. From about 20 (very easy) to 70 (very hard); 0 without words.
 */
export function lix(sentences: readonly string[]): number {
  const all = sentences.map(words).filter((each) => each.length > 0)
  const count = all.flat().length
  if (count === 0) return 0
  const long = all.flat().filter((word) => word.replace(/[^\p{L}]/gu, '').length > 6).length
  return count / all.length + (100 * long) / count
}

/** The lesson's LIX, rounded, with its band in words. */
export function readabilityOf(lesson: Lesson): { lix: number; reading: Reading } {
  const value = Math.round(lix(sentencesOf(lesson).map(sentenceText)))
  return { lix: value, reading: BANDS.find(([below]) => value < below)?.[1] ?? 'very hard' }
}
