import type { Role } from './class'
import type { Correction } from './correction'
import { mark } from './question/publish'
import type { AuthoredQuestion } from './question/question'
import type { QuizVersion } from './quiz'

/** A correction as who teaches the class reads it, those that were taken back among them. */
export interface ListedCorrection extends Correction {
  by: string | null
  undoneAt: Date | null
  undoneBy: string | null
}

/** What a student finds wrong with a question, with the attempt in which it was asked. */
export interface QuestionReport {
  id: string
  questionId: string
  attemptId: string
  learner: { id: string; name: string }
  /** The how-manieth question of that attempt, from 1. */
  number: number
  text: string
  at: Date
  settledAt: Date | null
}

/** A quiz that is set in a class, as who puts its questions right sees it. */
export interface CorrectableQuiz {
  className: string
  timeZone: string
  archivedAt: Date | null
  role: Role
  title: string
  short: string
  /** The current version, then the others that attempts are at, the newest first. */
  versions: QuizVersion[]
  corrections: ListedCorrection[]
  reports: QuestionReport[]
}

/** What was done on a question's page just before. */
export const DONE = ['applied', 'undone', 'settled'] as const
export type Done = (typeof DONE)[number]

/** Every question that is or was asked, as its newest version has it; those of the current one first. */
export function questionsIn(versions: readonly QuizVersion[]): AuthoredQuestion[] {
  const all = new Map<string, AuthoredQuestion>()
  for (const question of versions.flatMap(({ questions }) => questions))
    if (!all.has(question.id)) all.set(question.id, question)
  return [...all.values()]
}

/** Those corrections that hold. */
export const inForce = (corrections: readonly ListedCorrection[]): Correction[] =>
  corrections.filter(({ undoneAt }) => undoneAt === null)

/** How many of these reports are about a question and not settled yet. */
export const openReports = (reports: readonly QuestionReport[], questionId: string): number =>
  reports.filter((report) => report.questionId === questionId && report.settledAt === null).length

/** The right answer of a question in words, part by part; of an order, its items. */
export function keyLines(question: AuthoredQuestion): { label: string | null; text: string }[] {
  const { parts, order = [] } = mark(question, '', null)
  if (order.length > 0) return order.map((text) => ({ label: null, text }))
  return parts.flatMap(({ label, expected }) =>
    expected === null ? [] : [{ label, text: expected }],
  )
}
