import { type Fact, writeFact } from './fact'
import { type Fraction, fraction, multiply, readFraction } from './fraction'
import { bandCount } from './item-analysis'
import { answersTo } from './item-answers'
import type { AuthoredQuestion } from './question/question'
import type { QuizVersion } from './quiz'
import type { ItemSummary, Summary } from './summary'

/** A fact as a page can tell it. */
export interface ToldFact {
  /** How many attempts it is true of. */
  count: number
  /** Of attempts of which one of these is true it is not told. */
  without: Fact[]
  /** From 1, with its title; null where it is about the whole quiz. */
  question: { number: number; title: string } | null
  words:
    | { kind: 'band'; from: number; to: number }
    | { kind: 'asked' | 'blank' | 'other' }
    | { kind: 'mark'; earned: Fraction; points: number }
    | { kind: 'pick'; text: string; label: string | null }
    | { kind: 'why'; feedback: string | null }
}

type OfItem = Exclude<Fact, { kind: 'band' }>
type Told = Pick<ToldFact, 'count' | 'words'> & { without?: Fact[] }

function toldOf(fact: OfItem, question: AuthoredQuestion, item: ItemSummary): Told | null {
  if (fact.kind === 'asked') return { count: item.asked, words: { kind: 'asked' } }
  if (fact.kind === 'blank') return { count: item.blank, words: { kind: 'blank' } }
  if (fact.kind === 'mark') {
    const found = item.marks.find(([share]) => share === fact.share)
    if (!found) return null
    const earned = multiply(readFraction(fact.share), fraction(question.points))
    return { count: found[1], words: { kind: 'mark', earned, points: question.points } }
  }
  const { parts, misconceptions } = answersTo(question, item)
  if (fact.kind === 'why') {
    const found = misconceptions.find(({ why }) => why === fact.why)
    return found ? { ...found, words: { kind: 'why', feedback: found.feedback } } : null
  }
  const part = parts.find((each) => each.part === fact.part)
  if (!part) return null
  if (fact.kind === 'other') {
    const without = part.answers.map((answer) => answer.fact)
    return { count: part.rest.count, without, words: { kind: 'other' } }
  }
  const found = part.answers.find((answer) => writeFact(answer.fact) === writeFact(fact))
  if (!found) return null
  return { ...found, words: { kind: 'pick', text: found.text, label: part.label } }
}

/** A fact in words and numbers; null where no figure of this analysis is about it. */
export function tellFact(
  { questions }: QuizVersion,
  summary: Summary,
  fact: Fact,
): ToldFact | null {
  if (fact.kind === 'band') {
    const words = { kind: 'band', from: 10 * fact.band, to: 10 * fact.band + 10 } as const
    return { count: bandCount(summary, fact.band), without: [], question: null, words }
  }
  const place = questions.findIndex(({ id }) => id === fact.item)
  const question = questions[place]
  const item = summary.items.find(({ id }) => id === fact.item)
  const told = question && item ? toldOf(fact, question, item) : null
  if (!question || !told) return null
  const { count, words, without = [] } = told
  return { count, words, without, question: { number: place + 1, title: question.title } }
}
