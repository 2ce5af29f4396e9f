import {
  type CardInput,
  createEmptyCard,
  forgetting_curve,
  fsrs,
  generatorParameters,
  type Grade as Rating,
  StrategyMode,
} from 'ts-fsrs'
import { addDays, type Day, daysBetween, fromDate, toDate } from './study-day'

/** 1 wrong, 2 right with a hint or at a second try, 3 right, 4 easy: by the learner's own word alone. */
export const GRADES = [1, 2, 3, 4] as const
export type Grade = (typeof GRADES)[number]

/** A grade that follows from answers; 4 never does. */
export type EarnedGrade = Exclude<Grade, 4>

/** One answer of a learner to one question, as it is logged. */
export interface Reviewed {
  id: string
  at: Date
  /** The learner's day, by the zone they were in. */
  day: Day
  grade: Grade
}

/** How well a question is remembered, and when it comes back. */
export interface Memory {
  dueOn: Day
  lastOn: Day
  /** Days after which it is remembered with a chance of 0.9; above 0. */
  stability: number
  /** 1 to 10. */
  difficulty: number
  /** How many answers counted. */
  reps: number
  /** How often it was known and then forgotten. */
  lapses: number
}

/** How likely a question should still be known when it comes back. */
export const RETENTION = 0.9

/**
 * The weights of FSRS-6 as ts-fsrs 5.4.2 and py-fsrs have them. Written out: a new version of the
 * package must not move anybody's cards.
 */
const WEIGHTS = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
  0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
]

/**
 * Whole days only: no steps of minutes within a day, so that nothing comes back before tomorrow and
 * a day's review has an end.
 */
const scheduler = fsrs(
  generatorParameters({
    request_retention: RETENTION,
    maximum_interval: 36_500,
    w: WEIGHTS,
    enable_fuzz: true,
    enable_short_term: false,
  }),
)

interface Named extends CardInput {
  /** The card's first answer: it stays the same whoever owns the card, and no other card has it. */
  name: string
}

/** What was learned on one day comes back spread over several, each card always by the same amount. */
// biome-ignore lint/correctness/useHookAtTopLevel: a method of the scheduler, not React's
scheduler.useStrategy(StrategyMode.SEED, function (this: unknown) {
  const { name, reps } = (this as { current: Named }).current
  return `${name}/${reps}`
})

/** What a logged answer counts for: right and easy is a 4. */
export const gradeWith = (grade: EarnedGrade, isEasy: boolean): Grade =>
  isEasy && grade === 3 ? 4 : grade

/** The order in which answers were given; of two at the same instant their ids decide. */
export const inTurn = <Each extends Pick<Reviewed, 'id' | 'at'>>(
  entries: readonly Each[],
): Each[] => [...entries].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))

/**
 * What is remembered of a question after these answers, by FSRS-6; null where there are none. One
 * answer a day counts, the first: what is practised again on the same day, or on a day that has come
 * twice because the learner flew west, is logged and moves nothing. It follows from the log alone:
 * the order in which answers arrive does not matter, and the same log gives the same card anywhere.
 */
export function remember(entries: readonly Reviewed[]): Memory | null {
  const [first, ...rest] = inTurn(entries)
  if (!first) return null
  const name = first.id
  let card = answered({ ...createEmptyCard(toDate(first.day)), name }, first)
  let lastOn = first.day
  for (const entry of rest) {
    if (entry.day <= lastOn) continue
    card = answered({ ...card, name }, entry)
    lastOn = entry.day
  }
  const { stability, difficulty, reps, lapses } = card
  return { dueOn: fromDate(new Date(card.due)), lastOn, stability, difficulty, reps, lapses }
}

const answered = (card: Named, { day, grade }: Reviewed) =>
  scheduler.next(card, toDate(day), grade as Rating).card

/**
 * The chance that a question is still known on a day, 0 to 1, by the forgetting curve of FSRS-6:
 * R = (1 + factor x t / S)^-w20; 1 on the day of the last answer and before.
 */
export const recallOn = (memory: Pick<Memory, 'lastOn' | 'stability'>, day: Day): number =>
  forgetting_curve(WEIGHTS, Math.max(0, daysBetween(memory.lastOn, day)), memory.stability)

export interface Scheduled extends Pick<Memory, 'dueOn' | 'lastOn' | 'stability'> {
  courseSlug: string
  questionId: string
}

const keyOf = ({ courseSlug, questionId }: Scheduled) => `${courseSlug}/${questionId}`

/** Those that are due, the longest due first: whatever the cap, each comes to its turn. */
export const dueOn = <Card extends Scheduled>(cards: readonly Card[], today: Day): Card[] =>
  cards
    .filter((card) => card.dueOn <= today)
    .sort((a, b) =>
      a.dueOn === b.dueOn ? (keyOf(a) < keyOf(b) ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1,
    )

/**
 * What is asked today: of what is due as many as the cap leaves after what is done already. The rest
 * waits for the next days, so that a holiday is caught up with and not paid back.
 */
export const setOfDay = <Card extends Scheduled>(
  cards: readonly Card[],
  today: Day,
  cap: number,
  doneToday: number,
): Card[] => dueOn(cards, today).slice(0, Math.max(0, cap - doneToday))

export interface ForecastDay {
  day: Day
  /** How many come back by their memory alone; on the first day all that are due until then. */
  due: number
  /** How many are asked under the cap, with what was left over from the days before. */
  asked: number
}

/** What the coming days bring, today first, as far as it is known now: each card once. */
export function forecast(
  cards: readonly Scheduled[],
  today: Day,
  cap: number,
  doneToday: number,
  days: number,
): ForecastDay[] {
  const counts = new Map<Day, number>()
  for (const card of cards) {
    const day = card.dueOn < today ? today : card.dueOn
    counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  let waiting = 0
  return Array.from({ length: days }, (_, place) => {
    const day = addDays(today, place)
    const due = counts.get(day) ?? 0
    waiting += due
    const asked = Math.min(waiting, Math.max(0, place === 0 ? cap - doneToday : cap))
    waiting -= asked
    return { day, due, asked }
  })
}
