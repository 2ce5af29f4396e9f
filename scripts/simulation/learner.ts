import {
  dueOn,
  type Grade,
  type Memory,
  type Reviewed,
  recallOn,
  remember,
  type Scheduled,
  setOfDay,
} from '@/lib/domain/schedule'
import { picker } from '@/lib/domain/seed'
import { addDays, type Day, toDate } from '@/lib/domain/study-day'

/** Somebody invented who learns alone, and how. */
export interface Learner {
  name: string
  /** How long they truly remember, as a multiple of what the schedule believes. */
  memory: number
  /** Whether they study on this day, counted from 0. */
  studies(day: number): boolean
  /** How many questions come back in a day at most. */
  cap: number
}

/** What one day came to. */
export interface SimulatedDay {
  day: Day
  /** Reviews, and how many of them were right. */
  asked: number
  right: number
  /** Due and left for another day. */
  waiting: number
  /** Questions met so far. */
  met: number
  /** Of these, how many they would truly answer now, 0 to 1 each, added up. */
  known: number
  /** The same if nothing had ever come back after its quiz. */
  knownWithout: number
}

const START: Day = '2026-01-05'
/** A lesson with its quiz is taken on every fourth day of study, until all eight are done. */
const LESSONS = 8
const QUESTIONS = 11
const EVERY = 4
/** How many of a quiz's questions are right right after reading, in per mille. */
const RIGHT_IN_QUIZ = 750
/** Of what is wrong at first in a review, how much is right at the second try, in per mille. */
const SECOND_TRY = 400

interface Card extends Scheduled, Memory {
  log: Reviewed[]
}

/** Whether something of this chance (0 to 1) happens. */
const happens = (pick: (below: number) => number, chance: number): boolean =>
  pick(65_536) < chance * 65_536

function answered(
  card: Pick<Card, 'courseSlug' | 'questionId' | 'log'>,
  day: Day,
  grade: Grade,
): Card {
  const id = `${card.questionId}/${String(card.log.length).padStart(3, '0')}`
  const log = [...card.log, { id, at: toDate(day), day, grade }]
  const memory = remember(log)
  if (!memory) throw new Error('A card has at least one answer')
  return { ...card, ...memory, log }
}

const chanceOf = (card: Pick<Memory, 'lastOn' | 'stability'>, day: Day, memory: number): number =>
  recallOn({ lastOn: card.lastOn, stability: card.stability * memory }, day)

/**
 * Ninety days, or as many as are asked for, of somebody who reads, takes quizzes and reviews what
 * comes back. It is decided by the learner's name alone: the same learner gives the same days.
 */
export function simulate(learner: Learner, days: number): SimulatedDay[] {
  const pick = picker(learner.name)
  const cards = new Map<string, Card>()
  const unreviewed = new Map<string, Card>()
  let studied = 0
  return Array.from({ length: days }, (_, at) => {
    const day = addDays(START, at)
    let asked = 0
    let right = 0
    if (learner.studies(at)) {
      for (const card of setOfDay([...cards.values()], day, learner.cap, 0)) {
        const isKnown = happens(pick, chanceOf(card, day, learner.memory))
        const grade = isKnown ? 3 : happens(pick, SECOND_TRY / 1000) ? 2 : 1
        cards.set(card.questionId, answered(card, day, grade))
        asked++
        if (isKnown) right++
      }
      if (studied % EVERY === 0 && studied < LESSONS * EVERY)
        for (let number = 0; number < QUESTIONS; number++) {
          const questionId = `${learner.name}/${studied / EVERY}-${number}`
          const grade = happens(pick, RIGHT_IN_QUIZ / 1000) ? 3 : 1
          const card = answered({ courseSlug: 'course', questionId, log: [] }, day, grade)
          cards.set(questionId, card)
          unreviewed.set(questionId, card)
        }
      studied++
    }
    const sum = (all: Map<string, Card>) =>
      [...all.values()].reduce((total, card) => total + chanceOf(card, day, learner.memory), 0)
    const waiting = dueOn([...cards.values()], day).length
    return {
      day,
      asked,
      right,
      waiting,
      met: cards.size,
      known: sum(cards),
      knownWithout: sum(unreviewed),
    }
  })
}
