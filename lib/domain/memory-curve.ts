import { gradeWith, inTurn, type Memory, recallOn, remember } from './schedule'
import { addDays, type Day, daysBetween, laterOf } from './study-day'
import type { OwnEntry } from './study-history'

export interface CurveAnswer {
  day: Day
  /** Whether it was right at once or at the second try. */
  isRight: boolean
  /** The chance to know it that there was just before, 0 to 1; null for the first answer. */
  chance: number | null
}

/** The stretch from one answer that counted to the next, or to the end. */
export interface CurveStretch {
  from: Day
  to: Day
  memory: Memory
  points: { day: Day; chance: number }[]
}

export interface MemoryCurve {
  answers: CurveAnswer[]
  stretches: CurveStretch[]
  /** The last day that is drawn: when it comes back, or today where that is later. */
  end: Day
}

/** How many points a stretch has at most, its ends included. */
const POINTS = 40

function pointsOf(memory: Memory, from: Day, to: Day): CurveStretch['points'] {
  const days = daysBetween(from, to)
  const steps = Math.min(days, POINTS - 1)
  const at = Array.from({ length: steps + 1 }, (_, step) =>
    steps === 0 ? 0 : Math.round((step * days) / steps),
  )
  return at.map((by) => {
    const day = addDays(from, by)
    return { day, chance: recallOn(memory, day) }
  })
}

/**
 * How likely a question was to be known on each day since it was first answered, and will be until it
 * comes back: after every answer that counts the forgetting curve of FSRS-6 begins anew. Null where
 * there is no answer.
 */
export function curveOf(entries: readonly OwnEntry[], today: Day): MemoryCurve | null {
  const log = inTurn(entries).map(({ id, at, day, grade, isEasy }) => ({
    ...{ id, at, day },
    grade: gradeWith(grade, isEasy),
  }))
  const counted = log.filter(({ day }, place) =>
    log.slice(0, place).every((before) => before.day < day),
  )
  const memories = counted.map((_, place) => remember(counted.slice(0, place + 1)))
  const last = memories.at(-1)
  if (!last) return null
  const end = laterOf(last.dueOn, today)
  const stretches = counted.flatMap(({ day }, place): CurveStretch[] => {
    const memory = memories[place]
    const to = counted[place + 1]?.day ?? end
    return memory ? [{ from: day, to, memory, points: pointsOf(memory, day, to) }] : []
  })
  const answers = counted.map(({ day, grade }, place) => {
    const before = memories[place - 1]
    return { day, isRight: grade > 1, chance: before ? recallOn(before, day) : null }
  })
  return { answers, stretches, end }
}
