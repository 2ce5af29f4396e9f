import { z } from 'zod'
import { accept, type Outcome, refuse } from './outcome'

/** Which of several attempts makes the grade; ties go to the earliest. */
export const GRADINGS = ['highest', 'average', 'first', 'last'] as const
export type Grading = (typeof GRADINGS)[number]

/**
 * When a learner hears how it went: after handing in, question by question, question by question with
 * several tries, or after handing in with a certainty that counts.
 */
export const BEHAVIOURS = ['deferred', 'immediate', 'interactive', 'certainty'] as const
/** Alone one may also be asked for certainties while each answer is checked: practice can do so. */
export type Behaviour = (typeof BEHAVIOURS)[number] | 'immediateCertainty'

/** What becomes of an attempt that is handed in after the due date, before the close. */
export const LATE_POLICIES = ['accepted', 'deducted', 'refused'] as const
export type LatePolicy = (typeof LATE_POLICIES)[number]

/** What a result may show, and when. */
export const SHOWABLES = ['score', 'correctness', 'feedback', 'rightAnswers'] as const
export type Showable = (typeof SHOWABLES)[number]
export const STAGES = ['during', 'afterSubmission', 'afterClose'] as const
export type Stage = (typeof STAGES)[number]
export type ReviewMatrix = Record<Stage, Showable[]>

/** Nothing that tells a key before everybody has handed in. */
const SAFE_REVIEW: ReviewMatrix = {
  during: [],
  afterSubmission: ['score'],
  afterClose: [...SHOWABLES],
}

const shown = z
  .array(z.enum(SHOWABLES))
  .transform((all) => SHOWABLES.filter((each) => all.includes(each)))

/** Under which rules a quiz is set to a class, beside its dates. A field that is missing is safe. */
export const rulesSchema = z.strictObject({
  /** The time limit; null where there is none. */
  minutes: z.int().min(1).max(600).nullable().default(null),
  /** How many attempts each student has; null for as many as they like. */
  attempts: z.int().min(1).max(50).nullable().default(1),
  grading: z.enum(GRADINGS).default('highest'),
  behaviour: z.enum(BEHAVIOURS).default('deferred'),
  /** Where a question may be tried several times: how often, */
  tries: z.int().min(2).max(5).default(3),
  /** and per cent of its points taken off for each try after the first. */
  penaltyPercent: z.int().min(0).max(100).default(25),
  /** How many of the quiz's questions each attempt is asked; null for all of them. */
  ask: z.int().min(1).max(500).nullable().default(null),
  shuffleQuestions: z.boolean().default(false),
  shuffleOptions: z.boolean().default(true),
  late: z.enum(LATE_POLICIES).default('accepted'),
  /** Per cent of the quiz's points taken off for each day begun, where late is deducted. */
  latePercent: z.int().min(1).max(100).default(10),
  review: z
    .strictObject({ during: shown, afterSubmission: shown, afterClose: shown })
    .default(SAFE_REVIEW),
})
export type Rules = z.infer<typeof rulesSchema>

export const DEFAULT_RULES: Rules = rulesSchema.parse({})

/** How much longer a student may take, set once for each class: a factor, or no limit at all. */
export const EXTRA_TIMES = ['none', 'quarter', 'half', 'double', 'untimed'] as const
export type ExtraTime = (typeof EXTRA_TIMES)[number]
const FACTORS: Record<Exclude<ExtraTime, 'untimed'>, number> = {
  none: 1,
  quarter: 1.25,
  half: 1.5,
  double: 2,
}

/** The dates of an assignment, or of one student's; null where there is none. */
export interface Dates {
  opensAt: Date | null
  dueAt: Date | null
  closesAt: Date | null
}

/** What holds for one student alone: each field that is given stands for the class's. */
export interface Exception extends Partial<Dates> {
  minutes?: number | null
  extraAttempts: number
  isExcused: boolean
}

/** What holds for one student in one assignment. */
export interface Window extends Dates {
  /** Milliseconds from the start; null where there is no limit. */
  limit: number | null
  /** Null for as many as they like. */
  attempts: number | null
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** By how much a student's close moves with their limit; an untimed student has a day more. */
const gainOf = (limit: number | null, extra: ExtraTime): number => {
  if (limit === null) return 0
  return extra === 'untimed' ? DAY : limit * (FACTORS[extra] - 1)
}

const moved = (at: Date | null, by: number): Date | null => at && new Date(at.getTime() + by)

/**
 * The times of one student. Extra time stretches the limit and moves the due date and the close by
 * as much; without a limit there is nothing to stretch. An individual date or limit is final: the
 * teacher has set it for this student, extra time included.
 */
export function windowOf(
  dates: Dates,
  rules: Pick<Rules, 'minutes' | 'attempts' | 'late'>,
  extra: ExtraTime,
  exception: Exception | null,
): Window {
  const own = exception ?? { extraAttempts: 0, isExcused: false }
  const classLimit = rules.minutes === null ? null : rules.minutes * MINUTE
  const gain = gainOf(classLimit, extra)
  const stretched = extra === 'untimed' || classLimit === null ? null : classLimit + gain
  const limit = own.minutes === undefined ? stretched : own.minutes && own.minutes * MINUTE
  const dueAt = own.dueAt === undefined ? moved(dates.dueAt, gain) : own.dueAt
  const close = own.closesAt === undefined ? moved(dates.closesAt, gain) : own.closesAt
  return {
    opensAt: own.opensAt === undefined ? dates.opensAt : own.opensAt,
    dueAt,
    closesAt: rules.late === 'refused' ? earliest(close, dueAt) : close,
    limit,
    attempts: rules.attempts === null ? null : rules.attempts + own.extraAttempts,
  }
}

/** The earlier of two instants; null is never. */
export function earliest(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b
  return a <= b ? a : b
}

/** The instant up to which answers of an attempt count; null where it has no end. */
export const deadlineOf = ({ limit, closesAt }: Window, startedAt: Date): Date | null =>
  earliest(limit === null ? null : new Date(startedAt.getTime() + limit), closesAt)

export type StartRejection = 'not-open-yet' | 'closed' | 'no-attempts-left' | 'class-over'

/** Why a student may not begin another attempt now, or null where they may. */
export function whyNotStart(window: Window, begun: number, now: Date): StartRejection | null {
  if (window.opensAt && now < window.opensAt) return 'not-open-yet'
  if (window.closesAt && now >= window.closesAt) return 'closed'
  if (window.attempts !== null && begun >= window.attempts) return 'no-attempts-left'
  return null
}

/** A new attempt: the how-manieth it is, from 1, and the instant up to which its answers count. */
export interface Beginning {
  number: number
  deadline: Date | null
}

/** Whether a member of the class may begin another attempt now, and which. */
export function beginning(
  assigned: Dates & {
    rules: Rules
    extraTime: ExtraTime
    exception: Exception | null
    archivedAt: Date | null
    attempts: readonly { submittedAt: Date | null }[]
  },
  now: Date,
): Outcome<Beginning, StartRejection> {
  if (assigned.archivedAt) return refuse('class-over')
  const window = windowOf(assigned, assigned.rules, assigned.extraTime, assigned.exception)
  const why = whyNotStart(window, assigned.attempts.length, now)
  if (why) return refuse(why)
  return accept({ number: assigned.attempts.length + 1, deadline: deadlineOf(window, now) })
}

/**
 * What a learner may see of an attempt now. `lastClose` is when the assignment has closed for the
 * last of its students: whoever is still at work must not read the keys on a neighbour's screen.
 */
export function shownNow(
  review: ReviewMatrix,
  { submittedAt, lastClose }: { submittedAt: Date | null; lastClose: Date | null },
  now: Date,
): ReadonlySet<Showable> {
  return new Set(review[stageOf({ submittedAt, lastClose }, now)])
}

export function stageOf(
  { submittedAt, lastClose }: { submittedAt: Date | null; lastClose: Date | null },
  now: Date,
): Stage {
  if (!submittedAt) return 'during'
  return lastClose && now >= lastClose ? 'afterClose' : 'afterSubmission'
}

/** The attempts of an assignment that are under way: by when the last of them ends. */
export interface UnderWay {
  isEndless: boolean
  lastDeadline: Date | null
}

/**
 * When an assignment closes for the last of its students; null where it never does. An attempt under
 * way that outlives every date, by more time that was given or by a change of dates, is waited for.
 */
export function lastCloseOf(
  dates: Dates,
  rules: Pick<Rules, 'minutes' | 'attempts' | 'late'>,
  seats: readonly { extraTime: ExtraTime; exception: Exception | null }[],
  { isEndless, lastDeadline }: UnderWay,
): Date | null {
  if (isEndless) return null
  const all = [{ extraTime: 'none' as const, exception: null }, ...seats]
  const closes = all.map((seat) => windowOf(dates, rules, seat.extraTime, seat.exception).closesAt)
  if (closes.includes(null)) return null
  return new Date(Math.max(...[...closes, lastDeadline].map((close) => Number(close))))
}

/** Everything, for whoever learns alone and for teachers. */
export const ALL_SHOWN: ReadonlySet<Showable> = new Set(SHOWABLES)
