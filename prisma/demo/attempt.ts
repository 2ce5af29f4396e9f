import { v7 as uuid } from 'uuid'
import type { DemoAttempt, DemoQuiz } from '@/lib/data/demo'
import { deadlineOf, type Rules, type Window } from '@/lib/domain/assignment'
import { type Response, type ScorableAttempt, submit } from '@/lib/domain/attempt'
import type { AttemptEvent } from '@/lib/domain/attempt-log'
import { paperOf } from '@/lib/domain/draw'
import { toNumber, ZERO } from '@/lib/domain/fraction'
import { guessOf, publish, type StoredResponse } from '@/lib/domain/question/publish'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import { picker } from '@/lib/domain/seed'
import { answerTo, type Pick } from './answers'
import { MINUTE } from './moment'
import { MISLEADING } from './settings'

/** A number from 0 to below 1. */
export const share = (pick: Pick): number => pick(65_536) / 65_536

const logistic = (x: number) => 1 / (1 + Math.exp(-x))

/** From -1.7 (easy) to 0.8; the same for everybody, as the question decides. */
const difficultyOf = ({ id }: AuthoredQuestion) => share(picker(`difficulty/${id}`)) * 2.5 - 1.7

/**
 * How likely somebody answers right: a logistic curve of ability less difficulty above the share of
 * blind guessing (the three-parameter model of Birnbaum 1968). The misleading question is the other
 * way round.
 */
export const chanceOf = (question: AuthoredQuestion, ability: number): number => {
  if (question.id === MISLEADING.question) return logistic(0.3 - 1.4 * ability)
  const guess = toNumber(guessOf(question) ?? ZERO)
  return guess + (1 - guess) * logistic(2.4 * (ability - difficultyOf(question)))
}

/** What somebody answers; null where they leave it open. */
export function answerOf(
  question: AuthoredQuestion,
  seed: string,
  ability: number,
  pick: Pick,
): StoredResponse | null {
  const isRight = share(pick) < chanceOf(question, ability)
  // Who knows little leaves some open.
  if (!isRight && share(pick) < 0.08 - 0.05 * ability) return null
  if (!isRight && question.id === MISLEADING.question && ability > 0) {
    const published = publish(question, seed)
    const options = published.kind === 'single-choice' ? published.face.options : []
    const misled = options.find(({ text }) => text === MISLEADING.text)
    if (misled) return misled.id
  }
  return answerTo(question, seed, isRight, pick)
}

export interface Sat {
  learnerId: string
  assignmentId: string
  quiz: DemoQuiz
  rules: Rules
  window: Window
  number: number
  ability: number
  startedAt: Date
  /** From the start to handing in; null while it is under way. */
  minutes: number | null
  /** Where it is under way: up to when answers were saved. */
  now: Date
}

/**
 * One attempt of an invented student: what was saved and when, and where it was handed in, the score
 * by the rules of the product. What is answered follows from `plan` alone, the codes from `seed`.
 */
export function sit(sat: Sat, plan: string, seed: string): DemoAttempt {
  const { learnerId, assignmentId, quiz, rules, window, number, ability, startedAt, now } = sat
  const pick = picker(plan)
  const version = paperOf(quiz.version, seed, rules.shuffleQuestions)
  const deadline = deadlineOf(window, startedAt)
  const begun = startedAt.getTime()
  const end = sat.minutes === null ? now.getTime() : begun + sat.minutes * MINUTE
  const asked = sat.minutes === null ? version.questions.slice(0, 3 + pick(5)) : version.questions
  const pace = (end - begun) / (asked.length + 1)
  const responses = asked.flatMap((question, place): Response[] => {
    const value = answerOf(question, seed, ability, pick)
    const savedAt = new Date(Math.round(begun + pace * (place + 0.6 + 0.4 * share(pick))))
    if (value === null || (deadline && savedAt > deadline)) return []
    const fresh = { version: 1, flagged: false, checkedAt: null, tries: [], certainty: null }
    return [{ questionId: question.id, value, savedAt, ...fresh }]
  })
  const id = uuid({ msecs: begun })
  const attempt: ScorableAttempt = {
    ...{ id, seed, startedAt, deadline, version, responses },
    ...{ mode: 'test', behaviour: rules.behaviour, submittedAt: null },
    ...{ optionsFixed: !rules.shuffleOptions, tries: null, penalty: null },
  }
  const decision = sat.minutes === null ? null : submit(attempt, new Date(end))
  const submission = decision?.ok ? decision.value : null
  const { version: _, submittedAt: __, ...kept } = attempt
  const what: Omit<AttemptEvent, 'id'>[] = [
    { at: startedAt, kind: 'begun', detail: null },
    ...responses.map((each) => ({
      ...{ at: each.savedAt, kind: 'saved' as const, detail: each.questionId },
    })),
    ...(submission
      ? [{ at: submission.submittedAt, kind: 'submitted' as const, detail: submission.endedBy }]
      : []),
  ]
  return {
    ...kept,
    ...{ learnerId, assignmentId, quizId: quiz.quizId, versionId: quiz.versionId, number },
    isShuffled: rules.shuffleQuestions,
    submission,
    // Their ids rise with time, and so does a log that is read in the order of its ids.
    events: what.map((event, seq) => ({ ...event, id: uuid({ msecs: event.at.getTime(), seq }) })),
  }
}
