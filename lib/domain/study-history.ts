import { heightOf, LEVELS, type Level, type Milestone } from './mastery'
import type { EarnedGrade, Scheduled } from './schedule'
import { addDays, type Day, dayOf, laterOf, mondayOf } from './study-day'

/** A question that comes back to a learner, as lists tell of it. No key is in it. */
export interface OwnCard extends Scheduled {
  prompt: string
  /** Null where no lesson owns it. */
  lesson: string | null
  reps: number
}

/** One answer of the log, without what was answered. */
export interface OwnEntry {
  id: string
  at: Date
  day: Day
  source: 'quiz' | 'review'
  grade: EarnedGrade
  isEasy: boolean
}

/** What one day of study came to. */
export interface StudyDay {
  day: Day
  /** Quizzes handed in, lessons read, and whether something was reviewed. */
  quizzes: number
  lessons: number
  isReviewed: boolean
}

export const sittingsOf = ({ quizzes, lessons, isReviewed }: StudyDay): number =>
  quizzes + lessons + (isReviewed ? 1 : 0)

/** Every day on which something was done, by the calendar of a zone, the first one first. */
export function studyDays(
  did: { handedIn: readonly Date[]; read: readonly Date[]; reviewed: readonly Day[] },
  timeZone: string,
): StudyDay[] {
  const days = new Map<Day, StudyDay>()
  const on = (day: Day): StudyDay => {
    const found = days.get(day) ?? { day, quizzes: 0, lessons: 0, isReviewed: false }
    days.set(day, found)
    return found
  }
  for (const at of did.handedIn) on(dayOf(at, timeZone)).quizzes++
  for (const at of did.read) on(dayOf(at, timeZone)).lessons++
  for (const day of did.reviewed) on(day).isReviewed = true
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** A month of the calendar, such as "2026-11". */
export type Month = string
export const monthOf = (day: Day): Month => day.slice(0, 7)
export const isMonth = (text: string | undefined): text is Month =>
  /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(text ?? '')
/** The month so many months later. */
export function addMonths(month: Month, by: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const at = year * 12 + number - 1 + by
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`
}

/** The weeks of a month from Monday to Sunday; null where a day belongs to another month. */
export function weeksOf(month: Month): (Day | null)[][] {
  const first: Day = `${month}-01`
  const weeks: (Day | null)[][] = []
  for (let monday = mondayOf(first); monday < addDays(first, 31); monday = addDays(monday, 7)) {
    const week = Array.from({ length: 7 }, (_, place) => addDays(monday, place))
    if (week.some((day) => monthOf(day) === month))
      weeks.push(week.map((day) => (monthOf(day) === month ? day : null)))
  }
  return weeks
}

/** The seven days of the week in which a day lies, Monday first. */
export const weekOf = (day: Day): Day[] =>
  Array.from({ length: 7 }, (_, place) => addDays(mondayOf(day), place))

/** How many objectives stand at each level on one day. */
export interface MasteryDay {
  day: Day
  counts: Record<Level, number>
}

/**
 * How many objectives stood at each level at the end of every day from the first answer on, at most
 * `most` days back, up to today; nothing where nothing was answered.
 *
 * @param objectives of the course, by id; others are left out
 */
export function masteryDays(
  history: readonly Milestone[],
  objectives: readonly string[],
  timeZone: string,
  today: Day,
  most: number,
): MasteryDay[] {
  const [first] = history
  if (!first) return []
  const started = dayOf(first.at, timeZone)
  const earliest = addDays(today, 1 - most)
  const dated = history.map(({ at, levels }) => ({ day: dayOf(at, timeZone), levels }))
  const days: MasteryDay[] = []
  let next = 0
  let levels: ReadonlyMap<string, Level> = new Map()
  for (let day = laterOf(started, earliest); day <= today; day = addDays(day, 1)) {
    for (let each = dated[next]; each && each.day <= day; each = dated[++next]) levels = each.levels
    const counts = Object.fromEntries(LEVELS.map((level) => [level, 0])) as MasteryDay['counts']
    for (const id of objectives) counts[levels.get(id) ?? 'not-started']++
    days.push({ day, counts })
  }
  return days
}

/** How many objectives stand at a level or above it. */
export const atLeast = ({ counts }: MasteryDay, level: Level): number =>
  LEVELS.slice(heightOf(level)).reduce((sum, each) => sum + counts[each], 0)
