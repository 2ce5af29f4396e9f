import { v7 as uuid } from 'uuid'
import type { DemoAttempt, DemoQuiz } from '@/lib/data/demo'
import type { DemoCard, DemoEntry } from '@/lib/data/demo-learner'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import { recallOn, remember, setOfDay } from '@/lib/domain/schedule'
import { picker } from '@/lib/domain/seed'
import { dayOf } from '@/lib/domain/study-day'
import { seedOfTurn } from '@/lib/domain/turn'
import { answerTo } from './answers'
import { share } from './attempt'
import { MINUTE, ZONE } from './moment'

/** How many questions come back in a day at most; the usual cap. */
const CAP = 20

/** A question of the course, and the version from which it is asked when it comes back. */
interface Asked {
  question: AuthoredQuestion
  courseSlug: string
  versionId: string
}

/** The questions by their id; those of a lesson's own quiz come before those of a pool. */
export function askedFrom(quizzes: readonly DemoQuiz[]): Map<string, Asked> {
  const own = [...quizzes].sort(
    (a, b) => Number(a.version.lesson === null) - Number(b.version.lesson === null),
  )
  const found = new Map<string, Asked>()
  for (const { version, versionId } of own)
    for (const question of version.questions)
      if (!found.has(question.id))
        found.set(question.id, { question, versionId, courseSlug: version.course.slug })
  return found
}

/** What the answers of a quiz that was handed in enter in the log; a blank enters nothing. */
function entriesOf(
  { id: attemptId, versionId, responses, submission }: DemoAttempt,
  courseSlug: string,
): DemoEntry[] {
  const told = new Map(submission?.explanations.map((each) => [each.id, each.verdict]))
  return responses.map(({ questionId, checkedAt }, seq) => {
    const at = checkedAt ?? submission?.submittedAt ?? new Date(0)
    return {
      ...{ id: uuid({ msecs: at.getTime(), seq }), courseSlug, questionId, versionId, attemptId },
      ...{ at, day: dayOf(at, ZONE), source: 'quiz', turn: null, answers: [] },
      grade: told.get(questionId) === 'right' ? 3 : 1,
    }
  })
}

interface Remembered {
  cards: DemoCard[]
  entries: DemoEntry[]
}

/**
 * Everything that comes back to the demo learner: what they answered in quizzes enters as they hand
 * in, and on each day of review they answer what the schedule asks, by the chance of still knowing it.
 */
export function remembered(
  attempts: readonly DemoAttempt[],
  reviews: readonly Date[],
  asked: ReadonlyMap<string, Asked>,
): Remembered {
  const pick = picker('demo/reviews')
  const logs = new Map<string, DemoEntry[]>()
  const cards = new Map<string, DemoCard>()
  const enter = (entry: DemoEntry) => {
    const { questionId, courseSlug } = entry
    const log = [...(logs.get(questionId) ?? []), entry]
    const memory = remember(log)
    if (!memory) return
    const turn = 1 + log.filter(({ source }) => source === 'review').length
    logs.set(questionId, log)
    cards.set(questionId, { questionId, courseSlug, seed: `demo/${questionId}`, turn, ...memory })
  }
  const courseOf = (questionId: string) => asked.get(questionId)?.courseSlug ?? ''
  const handedIn = attempts.map((attempt) => ({
    at: attempt.submission?.submittedAt ?? new Date(0),
    work: () => {
      for (const entry of entriesOf(attempt, courseOf(attempt.responses[0]?.questionId ?? '')))
        if (asked.has(entry.questionId)) enter(entry)
    },
  }))
  const evenings = reviews.map((at) => ({
    at,
    work: () => {
      const day = dayOf(at, ZONE)
      for (const [place, card] of setOfDay([...cards.values()], day, CAP, 0).entries()) {
        const { question, versionId } = asked.get(card.questionId) ?? {}
        if (!question || !versionId) continue
        const isRight = share(pick) < recallOn(card, day)
        const given = new Date(at.getTime() + Math.round((place + share(pick)) * 0.5 * MINUTE))
        const seed = seedOfTurn(question, card.seed, card.turn)
        const isSecond = !isRight && share(pick) < 0.5
        const value = answerTo(question, seed, isRight, pick)
        enter({
          ...{ id: uuid({ msecs: given.getTime(), seq: place }), at: given, day, versionId },
          ...{ questionId: card.questionId, courseSlug: card.courseSlug, attemptId: null },
          ...{ source: 'review', turn: card.turn, grade: isRight ? 3 : isSecond ? 2 : 1 },
          answers: isSecond ? [value, answerTo(question, seed, true, pick)] : [value],
        })
      }
    },
  }))
  for (const { work } of [...handedIn, ...evenings].sort((a, b) => Number(a.at) - Number(b.at)))
    work()
  return { cards: [...cards.values()], entries: [...logs.values()].flat() }
}
