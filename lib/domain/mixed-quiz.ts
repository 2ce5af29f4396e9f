import { isFair } from './draw'
import { heightOf, type Level } from './mastery'
import type { AuthoredQuestion } from './question/question'
import type { QuizVersion } from './quiz'
import { shuffle } from './seed'

type Levels = ReadonlyMap<string, Level>
interface LessonOf {
  objectives: readonly { id: string }[]
}

/** So many objectives at Familiar or higher, in so many lessons, make a mixed quiz worth taking. */
const LEAST_OBJECTIVES = 3
const LEAST_LESSONS = 2
/** What one asks: two questions on each of at most four objectives, as Khan's mastery challenge does of three. */
const MOST_OBJECTIVES = 4
const EACH = 2

const stands = (levels: Levels, id: string, least: Level): boolean =>
  heightOf(levels.get(id) ?? 'not-started') >= heightOf(least)

/**
 * How many objectives wait at Proficient for a mixed quiz, from which alone they become Mastered; 0
 * where there is too little to mix: fewer than three objectives at Familiar or higher, or all of them
 * of one lesson.
 */
export function waitingForMixed(lessons: readonly LessonOf[], levels: Levels): number {
  const held = lessons.map(({ objectives }) =>
    objectives.filter(({ id }) => stands(levels, id, 'familiar')),
  )
  const inLessons = held.filter((each) => each.length > 0).length
  if (held.flat().length < LEAST_OBJECTIVES || inLessons < LEAST_LESSONS) return 0
  return held.flat().filter(({ id }) => levels.get(id) === 'proficient').length
}

/**
 * The questions of a mixed quiz, by id, in the order in which they are asked: two on each of up to four
 * objectives, those at Proficient before those at Familiar and these before what is Mastered, of at
 * least two lessons, and no two that the same sentence answers. Null where `waitingForMixed` is 0 or the
 * pool cannot give them.
 *
 * @param pool a version that has the questions of several lessons
 * @param seed decides among objectives of the same level, and the order
 */
export function chooseMixed(
  pool: Pick<QuizVersion, 'questions' | 'draw' | 'passages' | 'apart'>,
  lessons: readonly LessonOf[],
  levels: Levels,
  seed: string,
): string[] | null {
  if (waitingForMixed(lessons, levels) === 0) return null
  const rank: Partial<Record<Level, number>> = { proficient: 0, familiar: 1, mastered: 2 }
  const candidates = lessons.flatMap(({ objectives }, lesson) =>
    objectives.flatMap(({ id }) => {
      const at = rank[levels.get(id) ?? 'not-started']
      return at === undefined ? [] : [{ id, lesson, at }]
    }),
  )
  const ordered = shuffle(candidates, `${seed}/objectives`).sort((a, b) => a.at - b.at)
  const taken: AuthoredQuestion[] = []
  const chosen: { lesson: number }[] = []
  for (const { id, lesson } of ordered) {
    // The last place is kept for another lesson where all before are of one.
    const isLast = chosen.length === MOST_OBJECTIVES - 1
    if (isLast && chosen.every((each) => each.lesson === lesson)) continue
    if (chosen.length === MOST_OBJECTIVES) break
    const own = shuffle(
      pool.questions.filter(({ objective }) => objective === id),
      `${seed}/${id}`,
    )
    const fair: AuthoredQuestion[] = []
    for (const question of own)
      if (fair.length < EACH && [...taken, ...fair].every((each) => isFair([each, question], pool)))
        fair.push(question)
    if (fair.length === 0) continue
    taken.push(...fair)
    chosen.push({ lesson })
  }
  const isMixed = new Set(chosen.map(({ lesson }) => lesson)).size >= LEAST_LESSONS
  return isMixed ? shuffle(taken, `${seed}/order`).map(({ id }) => id) : null
}
