import { type AnalysedAttempt, responseTo, type Who } from './item-analysis'
import type { Choice } from './question/kind'
import { offeredBy, pickedBy, readResponse } from './question/publish'
import type { AuthoredQuestion } from './question/question'

export interface CountedAnswer extends Omit<Choice, 'part' | 'label'> {
  who: Who[]
  /** Of all who were asked, 0 to 1. */
  share: number
}

/** The answers to one part of a question: those that were offered, then others by how many gave them. */
export interface AnsweredPart {
  part: string
  label: string | null
  answers: CountedAnswer[]
  /** Typed answers beyond the `MOST_ANSWERS` that were given most: how many, and by whom. */
  rest: { answers: number; who: Who[] }
}

/** So many answers that were not offered are told one by one; the others together. */
export const MOST_ANSWERS = 12

export interface Misconception {
  /** In its author's words; null for wrong answers for which none is named. */
  feedback: string | null
  /** What was answered, each once. */
  answers: string[]
  who: Who[]
  share: number
}

export interface ItemAnswers {
  asked: number
  blank: Who[]
  parts: AnsweredPart[]
  misconceptions: Misconception[]
}

const byName = (a: Who, b: Who) =>
  a.learner.name < b.learner.name ? -1 : a.learner.name > b.learner.name ? 1 : a.id < b.id ? -1 : 1
const namesOf = (attempts: Iterable<Who>): Who[] =>
  [...attempts].map(({ id, learner }) => ({ id, learner })).sort(byName)

type Given = { choice: Choice; attempt: AnalysedAttempt }

function partsOf(question: AuthoredQuestion, given: readonly Given[], asked: number) {
  const parts = new Map<string, Omit<AnsweredPart, 'rest'>>()
  const found = new Map<string, { answer: CountedAnswer; who: Set<Who> }>()
  const offered = offeredBy(question)
  const at = ({ part, id }: Choice) => `${part} ${id}`
  for (const choice of [...offered, ...given.map((each) => each.choice)]) {
    const { part, label, ...answer } = choice
    if (!parts.has(part)) parts.set(part, { part, label, answers: [] })
    if (found.has(at(choice))) continue
    const counted = { ...answer, who: [], share: 0 }
    found.set(at(choice), { answer: counted, who: new Set() })
    parts.get(part)?.answers.push(counted)
  }
  for (const { choice, attempt } of given) found.get(at(choice))?.who.add(attempt)
  for (const { answer, who } of found.values()) {
    answer.who = namesOf(who)
    answer.share = asked === 0 ? 0 : who.size / asked
  }
  const isOffered = new Set(offered.map(at))
  return [...parts.values()].map(({ part, label, answers }) => {
    const stood = answers.filter(({ id }) => isOffered.has(`${part} ${id}`))
    const others = answers.filter(({ id }) => !isOffered.has(`${part} ${id}`))
    const sorted = others.sort((x, y) => y.share - x.share)
    const rest = sorted.slice(MOST_ANSWERS)
    return {
      part,
      label,
      answers: [...stood, ...sorted.slice(0, MOST_ANSWERS)],
      rest: { answers: rest.length, who: namesOf(rest.flatMap(({ who }) => who)) },
    }
  })
}

function misconceptionsOf(given: readonly Given[], asked: number): Misconception[] {
  const groups = new Map<string | null, { answers: Map<string, string>; who: Set<Who> }>()
  for (const { choice, attempt } of given) {
    if (choice.isKey) continue
    const group = groups.get(choice.feedback) ?? { answers: new Map(), who: new Set() }
    groups.set(choice.feedback, group)
    if (!group.answers.has(choice.id)) group.answers.set(choice.id, choice.text)
    group.who.add(attempt)
  }
  return [...groups]
    .map(([feedback, { answers, who }]) => ({
      feedback,
      answers: [...answers.values()],
      who: namesOf(who),
      share: who.size / asked,
    }))
    .sort((a, b) => b.share - a.share)
}

/**
 * What was answered to one question, and by whom: for each part the share of every answer, and the
 * wrong ones together by the misconception that their feedback names.
 *
 * @param attempts at one version; those that were not asked the question are left out
 */
export function answersTo(
  question: AuthoredQuestion,
  attempts: readonly AnalysedAttempt[],
): ItemAnswers {
  const asked = attempts.flatMap((attempt) => {
    const response = responseTo(attempt, question.id)
    return response ? [{ attempt, value: response.value }] : []
  })
  const given = asked.flatMap(({ attempt, value }) =>
    pickedBy(question, attempt.seed, value).map((choice) => ({ choice, attempt })),
  )
  return {
    asked: asked.length,
    blank: namesOf(
      asked.flatMap(({ attempt, value }) =>
        readResponse(question.kind, value) === null ? [attempt] : [],
      ),
    ),
    parts: partsOf(question, given, asked.length),
    misconceptions: misconceptionsOf(given, asked.length),
  }
}
