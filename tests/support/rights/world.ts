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
}

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
