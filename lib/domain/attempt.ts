import type { Behaviour } from './assignment'
import { asksCertainty, countsCertainty } from './behaviour'
import { type Certainty, certaintyReport, UNSURE } from './certainty'
import type { Fact, Mode } from './course'
import { add, compare, type Fraction, fraction, multiply, ONE, ZERO } from './fraction'
import type { Passage } from './lesson'
import { accept, type Outcome, refuse } from './outcome'
import type { OtherOption, Part, ScoringRule } from './question/kind'
import { mark, readResponse, ruleOf } from './question/publish'
import type { AuthoredQuestion } from './question/question'
import type { QuizVersion } from './quiz'
import { type CorrectionNotice, countedAs, type Treated, untreated } from './treatment'
import { afterTries, countedAnswer, inWords, type TriesTaken, type Try } from './tries'

/** A response as it is kept: what was answered, how often it was written, and whether it is fixed. */
export interface Response {
  questionId: string
  value: unknown
  version: number
  flagged: boolean
  savedAt: Date
  /** Where each question is checked: when it was. From then on the answer does not change. */
  checkedAt: Date | null
  /** What was checked where there are several tries, the first one first. */
  tries: Try[]
  /** Null where nothing was said. */
  certainty: Certainty | null
}

/** An attempt as the server alone sees it: with the version, and so with the keys. */
export interface ScorableAttempt {
  id: string
  mode: Mode
  behaviour: Behaviour
  seed: string
  /** Whether options stand in their author's order. */
  optionsFixed: boolean
  /** How often a question may be tried, and per cent taken off for each further try; null: once. */
  tries: number | null
  penalty: number | null
  startedAt: Date
  /** Answers count up to this instant; null where there is no end. */
  deadline: Date | null
  submittedAt: Date | null
  version: QuizVersion
  responses: Response[]
  /** What corrections have made of its questions, by their ids; none where nothing was corrected. */
  treated?: ReadonlyMap<string, Treated>
}

/** How an answer came out; of a question that was put right for all, that instead. */
export type Verdict = 'right' | 'partly' | 'wrong' | 'blank' | 'voided' | 'full-marks'

/** Everything that explains the score of one question. Made only when its key is due. */
export interface Explanation {
  id: string
  number: number
  title: string
  prompt: string
  points: number
  earned: Fraction
  verdict: Verdict
  /** Null where there was one try. */
  tries: TriesTaken | null
  /** How sure the learner was; null where that was not asked. */
  certainty: Certainty | null
  /** Whether that makes a part of the score. */
  certaintyCounts: boolean
  rule: ScoringRule
  parts: Part[]
  /** The wrong options that were not chosen, each with why; empty where there are none. */
  others: OtherOption[]
  /** The right order; empty where the answer is none. */
  order: string[]
  explanation: string
  basis: AuthoredQuestion['basis']
  passages: Passage[]
  facts: Fact[]
  sentences: string[]
  /** What was put right about it, in its order; empty where nothing was. */
  corrections: CorrectionNotice[]
}

export interface Score {
  earned: Fraction
  points: number
}

export const responseTo = (attempt: ScorableAttempt, id: string) =>
  attempt.responses.find((response) => response.questionId === id)

const verdictOf = (share: Fraction, isBlank: boolean): Verdict => {
  if (isBlank) return 'blank'
  if (compare(share, ONE) === 0) return 'right'
  return share.n > 0 ? 'partly' : 'wrong'
}

/** The explained marking of question `index` (from 0). Only for a key that is due. */
export function explain(attempt: ScorableAttempt, index: number): Explanation {
  const asked = attempt.version.questions[index]
  if (!asked) throw new RangeError(`This quiz has no question ${index + 1}`)
  const treated = attempt.treated?.get(asked.id) ?? untreated(asked)
  const { marked, shown: question } = treated
  const { behaviour, seed, tries, penalty } = attempt
  const response = responseTo(attempt, asked.id)
  const { value, used, earlier } = countedAnswer(marked, seed, response)
  const marking = mark(question, seed, value)
  const { parts, others = [], order = [] } = marking
  const own = marked === question ? marking : mark(marked, seed, value)
  const { share, points } = countedAs(treated, afterTries(own.share, used, penalty ?? 0))
  const { id, title, prompt, explanation, basis, sentences } = question
  return {
    id,
    number: index + 1,
    title,
    prompt,
    points,
    earned: multiply(share, fraction(points)),
    verdict:
      treated.counts === 'as-answered'
        ? verdictOf(own.share, readResponse(question.kind, value) === null)
        : treated.counts,
    tries:
      tries === null
        ? null
        : { used, of: tries, penalty: penalty ?? 0, earlier: inWords(question, seed, earlier) },
    certainty: asksCertainty(behaviour) ? (response?.certainty ?? UNSURE) : null,
    certaintyCounts: countsCertainty(behaviour),
    rule: ruleOf(question),
    parts,
    others,
    order,
    explanation,
    basis,
    passages: attempt.version.passages[id] ?? [],
    facts: attempt.version.facts.filter((fact) => question.facts.includes(fact.id)),
    sentences,
    corrections: treated.notices,
  }
}

/**
 * The score of all questions together; a blank earns 0. Where certainties count, it is the
 * accuracy with the bonus of `certaintyReport`. Exact.
 */
export function scoreOf(explanations: readonly Explanation[]): Score {
  const points = explanations.reduce((total, { points }) => total + points, 0)
  const sure = explanations.some(({ certaintyCounts }) => certaintyCounts)
    ? certaintyReport(explanations)
    : null
  const earned = sure
    ? multiply(sure.share, fraction(points))
    : explanations.reduce((total, { earned }) => add(total, earned), ZERO)
  return { earned, points }
}

/** Whether a score reaches `percent` (1 to 100) of its points; compared exactly, never rounded. */
export const isPassed = ({ earned, points }: Score, percent: number): boolean =>
  compare(earned, fraction(points * percent, 100)) >= 0

export const explainAll = (attempt: ScorableAttempt): Explanation[] =>
  attempt.version.questions.map((_question, index) => explain(attempt, index))

export type SubmitRejection = 'already-submitted'

/** Who ended an attempt: its learner, or the server's clock at the deadline. */
export type Ender = 'learner' | 'clock'

export interface Submission {
  submittedAt: Date
  endedBy: Ender
  score: Score
  explanations: Explanation[]
}

/** Whether the time of an open attempt is over. Up to the deadline itself answers still count. */
export const isOver = ({ deadline }: Pick<ScorableAttempt, 'deadline'>, now: Date): boolean =>
  deadline !== null && now > deadline

/**
 * Decides a hand-in: the score of what is saved now. Blanks are allowed and earn nothing. After the
 * deadline the attempt counts as handed in at the deadline, by the clock. A second hand-in is
 * refused, which the caller answers with the result that stands.
 */
export function submit(attempt: ScorableAttempt, now: Date): Outcome<Submission, SubmitRejection> {
  if (attempt.submittedAt) return refuse('already-submitted')
  const explanations = explainAll(attempt)
  const late = isOver(attempt, now) ? attempt.deadline : null
  return accept({
    submittedAt: late ?? now,
    endedBy: late ? 'clock' : 'learner',
    score: scoreOf(explanations),
    explanations,
  })
}
