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

export type Role = 'teacher' | 'student'

export interface ClassEntry {
  id: string
  name: string
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

export interface GradebookCell {
  assignmentId: string
  /** The attempt with the highest score; of equal ones the earliest. */
  attemptId: string
  earned: Fraction
  points: number
  attempts: number
}

export interface GradebookRow {
  studentId: string
  name: string
  username: string | null
  cells: GradebookCell[]
}

export interface TaughtClass {
  id: string
  name: string
  code: string
  timeZone: string
  quizzes: AssignedQuiz[]
}

export interface AttendedClass {
  id: string
  name: string
  teachers: string[]
  timeZone: string
  assignments: OwnAssignment[]
}
