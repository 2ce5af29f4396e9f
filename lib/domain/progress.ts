import type { Mode } from './course'
import { compare, type Fraction, fraction, multiply } from './fraction'
import type { Purpose } from './purpose'

/** One attempt in a learner's own list. */
export interface OwnAttempt {
  id: string
  courseSlug: string
  slug: string
  title: string
  lessonSlug: string | null
  /** Null where the learner took it for themselves. */
  assignmentId: string | null
  mode: Mode
  purpose: Purpose
  startedAt: Date
  submittedAt: Date | null
  earned: Fraction | null
  points: number | null
}

export interface LessonReadAt {
  courseSlug: string
  lessonSlug: string
  readAt: Date
}

export interface OwnProgress {
  attempts: OwnAttempt[]
  reads: LessonReadAt[]
}

/** The share of the points that an attempt earned, 0 to 1; null while it is open. */
export const shareOf = ({ earned, points }: OwnAttempt): Fraction | null =>
  earned && points ? multiply(earned, fraction(1, points)) : null

export interface QuizStanding {
  slug: string
  title: string
  lessonSlug: string | null
  attempts: number
  best: OwnAttempt
  latest: OwnAttempt
}

/** Best and latest hand-in of each whole quiz, latest first. Of equal scores the earlier one is the best. */
export function standings(attempts: readonly OwnAttempt[]): QuizStanding[] {
  const byQuiz = new Map<string, OwnAttempt[]>()
  const done = attempts
    .filter((attempt) => attempt.purpose === 'whole' && shareOf(attempt) !== null)
    .sort((a, b) => Number(a.submittedAt) - Number(b.submittedAt))
  for (const attempt of done) {
    const key = `${attempt.courseSlug}/${attempt.slug}`
    byQuiz.set(key, [...(byQuiz.get(key) ?? []), attempt])
  }
  const all = [...byQuiz.values()].flatMap((tries): QuizStanding[] => {
    const latest = tries.at(-1)
    if (!latest) return []
    const best = tries.reduce((top, each) =>
      compare(shareOf(each) ?? fraction(0), shareOf(top) ?? fraction(0)) > 0 ? each : top,
    )
    const { slug, title, lessonSlug } = latest
    return [{ slug, title, lessonSlug, attempts: tries.length, best, latest }]
  })
  return all.sort((a, b) => Number(b.latest.submittedAt) - Number(a.latest.submittedAt))
}

/** The lessons of a course that have been read, by their slugs. */
export const readIn = (courseSlug: string, { reads }: Pick<OwnProgress, 'reads'>): Set<string> =>
  new Set(reads.flatMap((read) => (read.courseSlug === courseSlug ? [read.lessonSlug] : [])))
