import type { Evidence } from './evidence'

/** How far a learner has come with an objective, from the bottom up. */
export const LEVELS = ['not-started', 'attempted', 'familiar', 'proficient', 'mastered'] as const
export type Level = (typeof LEVELS)[number]

export const heightOf = (level: Level): number => LEVELS.indexOf(level)
const levelAt = (height: number): Level => LEVELS[Math.max(1, Math.min(4, height))] ?? 'attempted'

/** Of the answers to an objective's questions this share has to be right to make it familiar. */
export const FAMILIAR_SHARE = 0.7

/** What one objective stands at, and what it may move by next. */
interface Standing {
  level: Level
  /** The last answer to each of its questions in exercises: whether it was right. */
  latest: ReadonlyMap<string, boolean>
  /** The first review of a pair, until the second one comes. */
  pending: boolean | null
}

const NEW: Standing = { level: 'not-started', latest: new Map(), pending: null }

type Answers = { questionId: string; isRight: boolean }[]

const lowered = (level: Level): Level => levelAt(heightOf(level) - 1)
/** One level up, though not above `top`; what stands there already stays. */
const liftedTo = (top: Level, level: Level): Level =>
  heightOf(level) < heightOf(top) ? levelAt(heightOf(level) + 1) : level
const lowest = (level: Level, least: Level): Level =>
  heightOf(level) < heightOf(least) ? least : level

/**
 * The questions of one lesson, read and practised: what counts is the last answer to each question of
 * the objective. 70 % right is familiar, all of it proficient. It lifts and never lowers: this is where
 * one learns.
 */
function exercised(standing: Standing, answers: Answers): Standing {
  const latest = new Map(standing.latest)
  for (const { questionId, isRight } of answers) latest.set(questionId, isRight)
  const right = [...latest.values()].filter(Boolean).length
  const reached =
    right === latest.size
      ? 'proficient'
      : right >= FAMILIAR_SHARE * latest.size
        ? 'familiar'
        : 'attempted'
  return { ...standing, latest, level: lowest(standing.level, reached) }
}

/** All right in a mixed quiz is one level up, all wrong one down, anything between stays. */
function mixed(standing: Standing, answers: Answers): Standing {
  const level = lowest(standing.level, 'attempted')
  if (answers.every(({ isRight }) => isRight))
    return { ...standing, level: liftedTo('mastered', level) }
  const isPartly = answers.some(({ isRight }) => isRight)
  return { ...standing, level: isPartly ? level : lowered(level) }
}

/**
 * Reviews count in pairs: both right is one level up, though never to mastered, both wrong one down,
 * one of two changes nothing.
 */
function reviewed(standing: Standing, answers: Answers): Standing {
  let { level, pending } = standing
  for (const { isRight } of answers) {
    level = lowest(level, 'attempted')
    if (pending === null) pending = isRight
    else {
      if (pending === isRight) level = isRight ? liftedTo('proficient', level) : lowered(level)
      pending = null
    }
  }
  return { ...standing, level, pending }
}

const MOVES: Record<Evidence['kind'], (standing: Standing, answers: Answers) => Standing> = {
  exercise: exercised,
  mixed,
  review: reviewed,
}

const inTurn = (evidence: readonly Evidence[]): Evidence[] =>
  [...evidence].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))

/** The levels of all objectives after one sitting. */
export interface Milestone {
  at: Date
  levels: ReadonlyMap<string, Level>
}

/**
 * The levels of every objective after each sitting, in the order of (at, id), by the rules that Khan
 * Academy publishes for its mastery system (support.khanacademy.org, articles 5548760867853 and
 * 115002552631): exercises make familiar and proficient; mastered is reached from proficient alone, by
 * a mixed quiz; mixed quizzes and reviews also lower. An objective that is not in the map is not
 * started.
 */
export function masteryHistory(evidence: readonly Evidence[]): Milestone[] {
  const standings = new Map<string, Standing>()
  return inTurn(evidence).map(({ at, kind, answers }) => {
    const byObjective = new Map<string, Answers>()
    for (const { objective, ...answer } of answers)
      byObjective.set(objective, [...(byObjective.get(objective) ?? []), answer])
    for (const [objective, own] of byObjective)
      standings.set(objective, MOVES[kind](standings.get(objective) ?? NEW, own))
    return { at, levels: new Map([...standings].map(([id, { level }]) => [id, level])) }
  })
}

/** The level of every objective that anything is known of. */
export const levelsAfter = (evidence: readonly Evidence[]): ReadonlyMap<string, Level> =>
  masteryHistory(evidence).at(-1)?.levels ?? new Map()

/**
 * A lesson stands where its weakest objective stands. With something begun and an objective not
 * started it is attempted, and so it is when it has only been read.
 */
export function lessonLevel(
  objectives: readonly string[],
  levels: ReadonlyMap<string, Level>,
  isRead: boolean,
): Level {
  const heights = objectives.map((id) => heightOf(levels.get(id) ?? 'not-started'))
  const weakest = LEVELS[Math.min(...heights)] ?? 'not-started'
  const isBegun = isRead || heights.some((height) => height > 0)
  return weakest === 'not-started' && isBegun ? 'attempted' : weakest
}

/** The level of every lesson of a course, by its slug. */
export const lessonLevels = (
  lessons: readonly { slug: string; objectives: readonly { id: string }[] }[],
  levels: ReadonlyMap<string, Level>,
  read: ReadonlySet<string>,
): Record<string, Level> =>
  Object.fromEntries(
    lessons.map(({ slug, objectives }) => [
      slug,
      lessonLevel(
        objectives.map(({ id }) => id),
        levels,
        read.has(slug),
      ),
    ]),
  )
