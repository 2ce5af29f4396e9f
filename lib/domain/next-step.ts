import { compare, type Fraction, fraction, ONE } from './fraction'
import type { LessonPlace } from './lesson-place'
import { type OwnProgress, type QuizStanding, readIn, shareOf, standings } from './progress'

const FAMILIAR = fraction(7, 10)

/** What a course offers, in the order in which it is meant to be taken. */
export interface Plan {
  courseSlug: string
  lessons: {
    slug: string
    title: string
    minutes: number
    quiz: string | null
    objectives: { id: string; text: string }[]
  }[]
  practice: { slug: string; title: string; minutes: number }[]
  /** The quiz that draws from several lessons, if there is one. */
  pool: string | null
}

export type NextStep =
  | { kind: 'continue'; attemptId: string; title: string }
  | { kind: 'review'; count: number }
  | { kind: 'mixed'; count: number }
  | { kind: 'read'; lesson: string; title: string; minutes: number; anchor: string | null }
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

/** What else the next step follows from. */
export interface StepSigns {
  /** How many questions come back today. */
  dueToday: number
  /** How many objectives wait for a mixed quiz; 0 where there is none to take. */
  waiting: number
  /** Where the learner stopped in lessons, the last one first. */
  places: readonly Pick<LessonPlace, 'lessonSlug' | 'anchor'>[]
}

const NO_SIGNS: StepSigns = { dueToday: 0, waiting: 0, places: [] }

/**
 * The one thing to do next: go on with what is open; else what comes back today; else the lesson in which one has stopped; else the first lesson in course order that is
 * unread, untested or below 70 %; then a practice quiz not yet done; then what is not all right yet.
 */
export function nextStep(
  plan: Plan,
  { attempts, reads }: OwnProgress,
  { dueToday, waiting, places }: StepSigns = NO_SIGNS,
): NextStep {
  const here = attempts.filter((attempt) => attempt.courseSlug === plan.courseSlug)
  const open = here
    .filter((attempt) => attempt.submittedAt === null)
    .sort((a, b) => Number(b.startedAt) - Number(a.startedAt))[0]
  if (open) return { kind: 'continue', attemptId: open.id, title: open.title }
  if (dueToday > 0) return { kind: 'review', count: dueToday }
  const read = readIn(plan.courseSlug, { reads })
  const begun = places.find(({ lessonSlug }) => !read.has(lessonSlug))
  const stopped = plan.lessons.find(({ slug }) => slug === begun?.lessonSlug)
  if (begun && stopped) return toRead(stopped, begun.anchor)
  const known = standings(here)
  const standingIn = (quiz: string | null) => known.find(({ slug }) => slug === quiz)
  for (const { slug, title, minutes, quiz } of plan.lessons) {
    const isRead = read.has(slug)
    const standing = standingIn(quiz)
    if (!isRead && !standing) return toRead({ slug, title, minutes }, null)
    if (quiz && !standing) return { kind: 'take', quiz, title }
    if (standing && isUnder(standing, FAMILIAR)) return again(title, standing)
  }
  if (waiting > 0 && plan.pool) return { kind: 'mixed', count: waiting }
  const fresh = plan.practice.find(({ slug }) => !standingIn(slug))
  if (fresh)
    return { kind: 'practise', quiz: fresh.slug, title: fresh.title, minutes: fresh.minutes }
  for (const { title, quiz } of plan.lessons) {
    const standing = standingIn(quiz)
    if (standing && isUnder(standing, ONE)) return again(title, standing)
  }
  return { kind: 'done' }
}

const toRead = (
  { slug, title, minutes }: Pick<Plan['lessons'][number], 'slug' | 'title' | 'minutes'>,
  anchor: string | null,
): NextStep => ({ kind: 'read', lesson: slug, title, minutes, anchor })

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
