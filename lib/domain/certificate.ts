import { heightOf, type Level } from './mastery'

/** That somebody has reached what a certificate asks for. */
export interface Certificate {
  id: string
  courseSlug: string
  courseTitle: string
  /** As the learner wanted it to read. */
  name: string
  issuedAt: Date
  /** The signed credential, as it was handed out. */
  credential: string
  revokedAt: Date | null
}

/** The objectives that are not yet at Proficient, by id. */
export const missingFor = (
  objectives: readonly string[],
  levels: ReadonlyMap<string, Level>,
): string[] =>
  objectives.filter((id) => heightOf(levels.get(id) ?? 'not-started') < heightOf('proficient'))

/** Whether every objective of a course stands at least at Proficient; of a course without any, never. */
export const isEarned = (
  objectives: readonly string[],
  levels: ReadonlyMap<string, Level>,
): boolean => objectives.length > 0 && missingFor(objectives, levels).length === 0
