import type { EarnedGrade } from './schedule'
import type { Day } from './study-day'
import type { StudySettings } from './study-settings'

/** One answer of one's own, in words. */
export interface OwnAnswer {
  quiz: string
  questionId: string
  question: string
  /** What was answered; empty where it was left blank or cannot be put into words. */
  answer: string
  answeredAt: Date
  /** Null while it is not told. */
  earned: string | null
  points: number
}

/** All that is kept about somebody, as they take it along. No key that is not due is in it. */
export interface OwnData {
  account: {
    name: string
    email: string | null
    username: string | null
    createdAt: Date
    isGuest: boolean
  }
  settings: StudySettings
  sessions: { device: string; createdAt: Date; expires: Date }[]
  classes: { name: string; role: string; joinedAt: Date; extraTime: string }[]
  lessons: { course: string; lesson: string; readAt: Date }[]
  places: { course: string; lesson: string; anchor: string; at: Date }[]
  attempts: {
    id: string
    course: string
    quiz: string
    class: string | null
    mode: string
    startedAt: Date
    submittedAt: Date | null
    earned: string | null
    points: number | null
    answers: OwnAnswer[]
    log: { at: Date; kind: string; detail: string | null }[]
    reports: { questionId: string; text: string; at: Date }[]
    late: { questionId: string; givenAt: Date; receivedAt: Date; accepted: boolean | null }[]
  }[]
  reviews: {
    course: string
    question: string
    source: string
    grade: EarnedGrade
    isEasy: boolean
    at: Date
    day: Day
  }[]
  cards: {
    course: string
    question: string
    dueOn: Day
    lastOn: Day
    stability: number
    difficulty: number
    reps: number
    lapses: number
  }[]
  grades: { class: string; quiz: string; kind: string; text: string; at: Date }[]
  certificates: {
    course: string
    name: string
    issuedAt: Date
    revokedAt: Date | null
    credential: string
  }[]
}
