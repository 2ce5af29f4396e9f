import type { Dates, Exception, ExtraTime, Rules, UnderWay } from './assignment'
import type { Fraction } from './fraction'
import { accept, type Outcome, refuse } from './outcome'

/** Thirty-two signs, five bits each: no I and O, which read as 1 and 0, and no 0 and 1 either. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
export const CODE_LENGTH = 8

/** A join code of 40 bits from eight random bytes. */
export const codeFrom = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, CODE_LENGTH), (byte) => CODE_ALPHABET[byte % 32]).join('')

/** K7PARVS2 as it is read out: K7PA-RVS2. */
export const shownCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`

export type CodeRejection = 'not-a-code'

/** A typed code in the form in which it is kept; hyphens, spaces and small letters are forgiven. */
export function readCode(typed: string): Outcome<string, CodeRejection> {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-\u2010-\u2015]/g, '')
  const isCode =
    code.length === CODE_LENGTH && [...code].every((sign) => CODE_ALPHABET.includes(sign))
  return isCode ? accept(code) : refuse('not-a-code')
}

/** How long a new code opens its class. */
export const CODE_LIVES = ['day', 'week', 'term', 'never'] as const
export type CodeLife = (typeof CODE_LIVES)[number]
const DAYS: Record<CodeLife, number | null> = { day: 1, week: 7, term: 126, never: null }

/** The instant from which a code made now opens nothing; null where it stays. */
export function codeExpiry(life: CodeLife, now: Date): Date | null {
  const days = DAYS[life]
  return days === null ? null : new Date(now.getTime() + days * 24 * 60 * 60 * 1000)
}

export const ROLES = ['teacher', 'coteacher', 'observer', 'student'] as const
export type Role = (typeof ROLES)[number]

/** Whoever may change what a class is given and who is in it. */
export const isTeaching = (role: Role): boolean => role === 'teacher' || role === 'coteacher'

export interface ClassEntry {
  id: string
  name: string
  /** Since when it is over; null where it is not. */
  archivedAt: Date | null
  role: Role
  students: number
  assignments: number
}

export interface AssignedQuiz {
  assignmentId: string
  courseSlug: string
  slug: string
  title: string
  short: string
  assignedAt: Date
}

/** What a student sees of an assigned quiz: their own attempts and nobody else's. */
export interface OwnAssignment extends AssignedQuiz {
  openAttemptId: string | null
  best: { attemptId: string; earned: Fraction; points: number } | null
  handedIn: number
}

/** How a quiz is set to a class. */
export interface Assignment extends Dates {
  id: string
  rules: Rules
}

/** A student's own attempt at an assignment. */
export interface AssignedAttempt {
  id: string
  startedAt: Date
  submittedAt: Date | null
  deadline: Date | null
  score: { earned: Fraction; points: number } | null
}

/** An assignment as a member of its class sees it, with their own seat and attempts. */
export interface MemberAssignment extends Assignment {
  classId: string
  className: string
  timeZone: string
  archivedAt: Date | null
  role: Role
  extraTime: ExtraTime
  exception: Exception | null
  /** The seats of the class with extra time or dates of their own. */
  seats: { extraTime: ExtraTime; exception: Exception | null }[]
  /** Of the whole class. */
  underWay: UnderWay
  attempts: AssignedAttempt[]
  quizId: string
  versionId: string
  courseSlug: string
  slug: string
  title: string
  short: string
  /** How many an attempt is asked, of how many that can be drawn. */
  questions: number
  pool: number
}

/** A student of a class with what holds for them alone in one assignment. */
export interface Seat {
  studentId: string
  name: string
  extraTime: ExtraTime
  exception: Exception | null
  /** When the attempt began that is under way; null where none is. */
  openSince: Date | null
}

export interface TaughtClass {
  id: string
  name: string
  /** Null for an observer. */
  code: string | null
  /** The viewer's own. */
  role: Exclude<Role, 'student'>
  archivedAt: Date | null
  timeZone: string
  quizzes: (AssignedQuiz & Dates & { quizId: string; rules: Rules })[]
}

export interface AttendedClass {
  id: string
  name: string
  teachers: string[]
  timeZone: string
  assignments: OwnAssignment[]
}
