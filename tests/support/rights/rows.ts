import { ASKERS, type Asker, type Room, type World } from './world'

/**
 * How it comes out for somebody who asks. `shown`: what was asked for. `done`: it was done, and changed
 * rows. The others change none: `nothing` is there (404), `sign-in` first, a password `of one’s own`
 * first, `led on` to another page, `told why` it is refused (400 and 409 for machines), `signed out` (401) and `barred` (403) for
 * machines, and `no such way` (405).
 */
export type Verdict =
  | 'shown'
  | 'done'
  | 'nothing'
  | 'sign-in'
  | 'of one’s own'
  | 'led on'
  | 'told why'
  | 'signed out'
  | 'barred'
  | 'no such way'
  | 'broken'

export type Answers = Record<Asker, Verdict>

export const all = (verdict: Verdict): Answers =>
  Object.fromEntries(ASKERS.map((asker) => [asker, verdict])) as Answers
/** The same but for some. */
export const but = (answers: Answers, verdict: Verdict, ...askers: Asker[]): Answers => ({
  ...answers,
  ...Object.fromEntries(askers.map((asker) => [asker, verdict])),
})

/** A page or an action for members: who has no account signs in first, others find nothing. */
export const onlyFor = (verdict: 'shown' | 'done', ...askers: Asker[]): Answers => ({
  ...but(all('nothing'), verdict, ...askers),
  nobody: 'sign-in',
  guest: 'sign-in',
  novice: 'of one’s own',
})
/** The same for machines, which are answered with numbers. */
export const onlyForMachines = (...askers: Asker[]): Answers => ({
  ...onlyFor('shown', ...askers),
  nobody: 'signed out',
  guest: 'nothing',
  novice: 'barred',
})

export const READERS = ['teacher', 'coteacher', 'observer'] as const
export const WRITERS = ['teacher', 'coteacher'] as const
const STUDENTS = ['student', 'classmate'] as const

/** Pages of a class. */
export const staffReads = onlyFor('shown', ...READERS)
export const writersRead = onlyFor('shown', ...WRITERS)
export const ownerReads = onlyFor('shown', 'teacher')
export const membersRead = onlyFor('shown', ...READERS, ...STUDENTS)
export const machinesOfStaff = onlyForMachines(...READERS)
/** Actions in a class. */
export const staffWrites = onlyFor('done', ...WRITERS)
export const ownerOnly = onlyFor('done', 'teacher')
export const nobodyWrites = onlyFor('done')
/**
 * A button that leads back to its page whatever came of it; that page is where others find nothing.
 */
export const ledBackBut = (...askers: Asker[]): Answers => ({
  ...but(all('led on'), 'done', ...askers),
  nobody: 'sign-in',
  guest: 'sign-in',
  novice: 'of one’s own',
})

interface Send {
  method: 'PUT' | 'POST'
  data: unknown
}

/** An address of the build and what is asked there: a page or a handler. */
export interface RouteRow {
  route: string
  /** Of what, in words. */
  says: string
  at: (world: World) => string
  answers: Answers
  /** GET where nothing is given. */
  send?: Send
}

type Fields = Record<string, string | File>

/** A form's action, with what it is sent. */
export interface DeedRow {
  action: string
  says: string
  /** The page that it is sent to. */
  at: (world: World) => string
  fields: (world: World, asker: Asker) => Fields
  answers: Answers
}

export interface Area {
  routes?: RouteRow[]
  deeds?: DeedRow[]
}

export const route = (
  route: string,
  says: string,
  at: RouteRow['at'],
  answers: Answers,
): RouteRow => ({ route, says, at, answers })

const STATES = [
  ['running', 'a class that is running'],
  ['ended', 'a class that has ended'],
] as const

/** What is the same whether the class is running or has ended; else `ended` says how. */
export const inClasses = (
  at: string,
  pathIn: (room: Room, world: World) => string,
  answers: Answers,
  ended: Answers = answers,
): RouteRow[] =>
  STATES.map(([name, says]) =>
    route(at, says, (world) => pathIn(world[name], world), name === 'ended' ? ended : answers),
  )

/** An action in a class that is running and in one that has ended, where by default it does nothing. */
export const deedIn = (
  action: string,
  pathIn: (room: Room, world: World) => string,
  fieldsIn: (room: Room, world: World, asker: Asker) => Fields,
  answers: Answers,
  ended: Answers = nobodyWrites,
): DeedRow[] =>
  STATES.map(([name, says]) => ({
    ...{ action, says, answers: name === 'ended' ? ended : answers },
    at: (world: World) => pathIn(world[name], world),
    fields: (world: World, asker: Asker) => fieldsIn(world[name], world, asker),
  }))

/** One that nobody may: what belongs to another class, beside an id of one's own. */
export const astray = (
  action: string,
  says: string,
  at: DeedRow['at'],
  fields: DeedRow['fields'],
  answers: Answers = nobodyWrites,
): DeedRow => ({ action, says, at, fields, answers })

/** The same rows with words before what they say, so that each says something of its own. */
export const worded = <Row extends { says: string }>(words: string, rows: readonly Row[]): Row[] =>
  rows.map((row) => ({ ...row, says: `${words}, ${row.says}` }))
