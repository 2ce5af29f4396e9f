import type { Mode } from './course'
import { compare, type Fraction, fraction, multiply, ONE } from './fraction'

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

export type Level = 'not-started' | 'attempted' | 'familiar' | 'proficient' | 'mastered'

const FAMILIAR = fraction(7, 10)

/**
 * How far a lesson has come, from what is known of it: read or tried is attempted, 70 % in its quiz
 * is familiar, all of it proficient (the levels that Khan Academy publishes). Mastered needs a mixed
 * quiz over several lessons.
 */
export function levelOf(best: Fraction | null, isRead: boolean): Level {
  if (best === null) return isRead ? 'attempted' : 'not-started'
  if (compare(best, ONE) >= 0) return 'proficient'
  return compare(best, FAMILIAR) >= 0 ? 'familiar' : 'attempted'
}

export interface QuizStanding {
  slug: string
  title: string
  lessonSlug: string | null
  attempts: number
  best: OwnAttempt
  latest: OwnAttempt
}

/** Best and latest hand-in of each quiz, latest first. Of equal scores the earlier one is the best. */
export function standings(attempts: readonly OwnAttempt[]): QuizStanding[] {
  const byQuiz = new Map<string, OwnAttempt[]>()
  const done = attempts
    .filter((attempt) => attempt.submittedAt !== null && shareOf(attempt) !== null)
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

/** What a course offers, in the order in which it is meant to be taken. */
export interface Plan {
  courseSlug: string
  lessons: { slug: string; title: string; minutes: number; quiz: string | null }[]
  practice: { slug: string; title: string; minutes: number }[]
}

export type NextStep =
  | { kind: 'continue'; attemptId: string; title: string }
  | { kind: 'read'; lesson: string; title: string; minutes: number }
  | { kind: 'take'; quiz: string; title: string }
  | {
      kind: 'again'
      quiz: string
      title: string
      earned: Fraction
      points: number
      /** The attempt that was handed in last. */
      latestId: string
    }
  | { kind: 'practise'; quiz: string; title: string; minutes: number }
  | { kind: 'done' }

/**
 * The one thing to do next: go on with what is open; else the first lesson in course order that is
 * unread, untested or below 70 %; then a practice quiz not yet done; then what is not all right yet.
 */
export function nextStep(plan: Plan, { attempts, reads }: OwnProgress): NextStep {
  const here = attempts.filter((attempt) => attempt.courseSlug === plan.courseSlug)
  const open = here
    .filter((attempt) => attempt.submittedAt === null)
    .sort((a, b) => Number(b.startedAt) - Number(a.startedAt))[0]
  if (open) return { kind: 'continue', attemptId: open.id, title: open.title }
  const known = standings(here)
  const standingIn = (quiz: string | null) => known.find(({ slug }) => slug === quiz)
  for (const { slug, title, minutes, quiz } of plan.lessons) {
    const isRead = reads.some(
      (read) => read.courseSlug === plan.courseSlug && read.lessonSlug === slug,
    )
    const standing = standingIn(quiz)
    if (!isRead && !standing) return { kind: 'read', lesson: slug, title, minutes }
    if (quiz && !standing) return { kind: 'take', quiz, title }
    if (standing && isUnder(standing, FAMILIAR)) return again(title, standing)
  }
  const fresh = plan.practice.find(({ slug }) => !standingIn(slug))
  if (fresh)
    return { kind: 'practise', quiz: fresh.slug, title: fresh.title, minutes: fresh.minutes }
  for (const { title, quiz } of plan.lessons) {
    const standing = standingIn(quiz)
    if (standing && isUnder(standing, ONE)) return again(title, standing)
  }
  return { kind: 'done' }
}

const isUnder = ({ best }: QuizStanding, share: Fraction): boolean =>
  compare(shareOf(best) ?? ONE, share) < 0

const again = (title: string, { slug, best, latest }: QuizStanding): NextStep => ({
  kind: 'again',
  quiz: slug,
  title,
  earned: best.earned ?? fraction(0),
  points: best.points ?? 0,
  latestId: latest.id,
})

/** The level of every lesson of the plan, by its slug. */
export function levelsOf(plan: Plan, { attempts, reads }: OwnProgress): Record<string, Level> {
  const known = standings(attempts.filter(({ courseSlug }) => courseSlug === plan.courseSlug))
  return Object.fromEntries(
    plan.lessons.map(({ slug, quiz }) => {
      const best = known.find((standing) => standing.slug === quiz)?.best
      const isRead = reads.some(
        (read) => read.courseSlug === plan.courseSlug && read.lessonSlug === slug,
      )
      return [slug, levelOf(best ? shareOf(best) : null, isRead)]
    }),
  )
}
