import type { LessonPlace } from './lesson-place'
import type { Level } from './mastery'
import type { OwnProgress } from './progress'

/** How a learner stands in a course. */
export interface CourseStanding {
  progress: OwnProgress
  /** By objective; one that is not in it is not started. */
  levels: ReadonlyMap<string, Level>
  /** How many questions come back today, of whatever course. */
  dueToday: number
  /** Where they stopped in its lessons, the last one first. */
  places: LessonPlace[]
}

/** How everybody stands at the very beginning. */
export const NOTHING_YET: CourseStanding = {
  progress: { attempts: [], reads: [] },
  levels: new Map(),
  dueToday: 0,
  places: [],
}
