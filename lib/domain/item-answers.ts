import type { Counted, Who } from './behind'
import { addressOf, type Fact } from './fact'
import type { Choice } from './question/kind'
import { offeredBy } from './question/publish'
import type { AuthoredQuestion } from './question/question'
import type { ItemSummary } from './summary'
import { whyOf } from './tally'

export interface CountedAnswer extends Counted {
  id: string
  text: string
  isKey: boolean
  /** Of all who were asked, 0 to 1. */
  share: number
}

/** The answers to one part of a question: those that were offered, then others by how many gave them. */
export interface AnsweredPart {
  part: string
  label: string | null
  answers: CountedAnswer[]
  /** Typed answers beyond those that were given most: how many they are, and how often given. */
  rest: Counted & { answers: number }
}

export interface Misconception extends Counted {
  why: string
  /** In its author's words; null for wrong answers for which none is named. */
  feedback: string | null
  /** What was answered, each once, and how many answers more there are. */
  answers: string[]
  more: number
  share: number
}

export interface ItemAnswers {
  asked: number
  blank: Counted
  parts: AnsweredPart[]
  misconceptions: Misconception[]
}

/** Who is behind a fact, where the page names them. */
export type NamesOf = (fact: Fact) => Who[] | null

type Given = Pick<Choice, 'part' | 'id' | 'text' | 'isKey' | 'feedback'> & {
  why: string | null
  count: number
  isTyped: boolean
}

/** Everything that was offered or given and is told of, with how often. */
function givenTo(offered: readonly Choice[], { picks, typed }: ItemSummary): Given[] {
  const counts = new Map(picks.map(([part, id, count]) => [JSON.stringify([part, id]), count]))
  return [
    ...offered.map((choice) => ({
      ...choice,
      why: whyOf(choice),
      count: counts.get(JSON.stringify([choice.part, choice.id])) ?? 0,
      isTyped: false,
    })),
    ...typed.flatMap(({ part, answers }) =>
      answers.map((answer) => ({ ...answer, part, isKey: answer.why === null, isTyped: true })),
    ),
  ]
}

function partsOf(
  item: ItemSummary,
  offered: readonly Choice[],
  given: readonly Given[],
  namesOf: NamesOf,
): AnsweredPart[] {
  const labels = new Map(offered.map(({ part, label }) => [part, label]))
  const parts = new Set([...labels.keys(), ...given.map(({ part }) => part)])
  return [...parts].map((part) => {
    const more = item.typed.find((each) => each.part === part)?.more
    const other: Fact = { kind: 'other', item: item.id, part }
    const answers = given
      .filter((each) => each.part === part)
      .map(({ id, text, isKey, count, isTyped }): CountedAnswer => {
        const address = addressOf({ id, typed: isTyped ? { text, feedback: null } : null })
        const fact: Fact = { kind: 'pick', item: item.id, part, answer: address }
        const share = item.asked === 0 ? 0 : count / item.asked
        return { id, text, isKey, count, share, fact, who: namesOf(fact) }
      })
    const told = new Set(
      answers
        .filter(({ fact }) => isTypedAnswer(fact))
        .flatMap(({ who }) => who ?? [])
        .map(({ id }) => id),
    )
    const rest = namesOf(other)?.filter(({ id }) => !told.has(id)) ?? null
    return {
      part,
      label: labels.get(part) ?? null,
      answers,
      rest: { answers: more?.answers ?? 0, count: more?.count ?? 0, fact: other, who: rest },
    }
  })
}

const isTypedAnswer = (fact: Fact) => fact.kind === 'pick' && fact.answer.startsWith('~')

function misconceptionsOf(
  item: ItemSummary,
  given: readonly Given[],
  namesOf: NamesOf,
): Misconception[] {
  return item.whys
    .map(([why, count, typed]): Misconception => {
      const own = given.filter((each) => each.why === why && each.count > 0)
      const fact: Fact = { kind: 'why', item: item.id, why }
      return {
        why,
        feedback: given.find((each) => each.why === why)?.feedback ?? null,
        answers: [...new Map(own.map(({ id, text }) => [id, text])).values()],
        more: typed - own.filter(({ isTyped }) => isTyped).length,
        count,
        share: count / item.asked,
        fact,
        who: namesOf(fact),
      }
    })
    .sort((a, b) => b.count - a.count)
}

/**
 * What was answered to one question: for each part how often every answer was given, and the wrong
 * ones together by the misconception that their feedback names.
 */
export function answersTo(
  question: AuthoredQuestion,
  item: ItemSummary,
  namesOf: NamesOf = () => null,
): ItemAnswers {
  const offered = offeredBy(question)
  const given = givenTo(offered, item)
  const blank: Fact = { kind: 'blank', item: item.id }
  return {
    asked: item.asked,
    blank: { count: item.blank, fact: blank, who: namesOf(blank) },
    parts: partsOf(item, offered, given, namesOf),
    misconceptions: misconceptionsOf(item, given, namesOf),
  }
}
