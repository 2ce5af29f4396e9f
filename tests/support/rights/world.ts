/**
 * Who asks. `student` owns the attempts; `classmate` sits in the same classes and owns none of them;
 * `novice` does too and has not chosen a password yet; the others' class is another one.
 */
export const ASKERS = [
  'nobody',
  'guest',
  'stranger',
  'otherTeacher',
  'otherStudent',
  'novice',
  'classmate',
  'student',
  'observer',
  'coteacher',
  'teacher',
] as const
export type Asker = (typeof ASKERS)[number]
export type Signed = Exclude<Asker, 'nobody'>

/** A class with a quiz that is set in it, and the attempts of its student. */
export interface Room {
  id: string
  code: string
  assignment: string
  /** Handed in. */
  done: string
  /** Under way; where the class has ended, handed in as well. */
  open: string
  /** An attempt like `open` at a quiz that is set with several tries. */
  tries: { assignment: string; attempt: string }
  /** Of `done`: an answer that came late and waits, and a report that is not settled. */
  late: string
  report: string
  /** A correction that is in force, and what a teacher is shown of `CORRECTION` before it is applied. */
  correction: string
  seen: string
  /** By which grades are weighed. */
  category: string
}

/** A correction as its form says it; nobody has made it. */
export const CORRECTION = { remedy: 'full-marks', reason: 'It can be read in two ways.' }

export const ROOMS = ['running', 'ended', 'other'] as const
type RoomName = (typeof ROOMS)[number]

/** Two classes of the same people, of which one has ended, and a third of others. */
export interface World extends Record<RoomName, Room> {
  /** Set in all of them, and one that is set in none. */
  quiz: string
  unset: string
  people: Record<Signed, { id: string; login: string; cookie: string; otherSession: string }>
  password: string
  /** Stands on every page of the classes, and nowhere else. */
  secret: string
}
