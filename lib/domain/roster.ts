import { isShown, NAME_LENGTH } from './name'
import type { Qr } from './qr'
import { freeUsername, isUsername, stemOf } from './username'

/** Not more pupils than this in one list. */
export const ROSTER_ROWS = 500

/** One line of a list of pupils, as it was written. */
export interface RosterRow {
  /** Where it stands in the list, from 1, so that people find it again. */
  line: number
  name: string
  /** Null where the list has none, and one is made from the name. */
  username: string | null
  /** By which the school's own system knows the pupil. */
  sourcedId: string | null
  /** Why the list itself says that this is no new pupil of the class. */
  leftOut: LeftOut | null
}

/** What a list can say against a row of its own. */
export type LeftOut = 'not-a-student' | 'not-enabled' | 'not-in-the-class'

export type RowFault =
  | LeftOut
  | 'needs-a-name'
  | 'name-too-long'
  | 'name-unreadable'
  | 'id-too-long'
  | 'twice-in-the-list'
  | 'username-shape'
  | 'username-taken'

/** A pupil who has a seat in the class already. */
export interface KnownPupil {
  name: string
  username: string | null
  sourcedId: string | null
}

/** What becomes of one row: exactly one of these. */
export type RowDecision =
  | { is: 'new'; row: RosterRow; name: string; username: string; sourcedId: string | null }
  | { is: 'present'; row: RosterRow; name: string; username: string | null }
  | { is: 'refused'; row: RosterRow; fault: RowFault }

export type NewPupil = Extract<RowDecision, { is: 'new' }>

const tidy = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim()
/** Names are the same whatever their case and spacing. */
const sameName = (name: string) => tidy(name).normalize('NFKC').toLowerCase()

interface Read {
  row: RosterRow
  name: string
  username: string | null
  sourcedId: string | null
}

function faultOf({ row, name, username, sourcedId }: Read): RowFault | null {
  if (row.leftOut) return row.leftOut
  if (name === '') return 'needs-a-name'
  if (name.length > NAME_LENGTH) return 'name-too-long'
  if (!isShown(name)) return 'name-unreadable'
  if (sourcedId !== null && (sourcedId.length > 255 || !isShown(sourcedId))) return 'id-too-long'
  if (username !== null && !isUsername(username)) return 'username-shape'
  return null
}

const read = (row: RosterRow): Read => ({
  row,
  name: tidy(row.name),
  username: row.username === null ? null : row.username.trim().toLowerCase() || null,
  sourcedId: row.sourcedId === null ? null : tidy(row.sourcedId) || null,
})

/** What of a row another row must not have; a name only where there is nothing else to tell by. */
const marksOf = ({ name, username, sourcedId }: Read): string[] => {
  const marks = [sourcedId && `id ${sourcedId}`, username && `username ${username}`]
  const given = marks.filter((mark) => mark !== null)
  return given.length > 0 ? given : [`name ${sameName(name)}`]
}

/** Whether a row may be this pupil, by nothing but the name. */
const mayBe = (read: Read, pupil: KnownPupil) =>
  (read.username === null || pupil.username === null) &&
  (read.sourcedId === null || pupil.sourcedId === null) &&
  sameName(read.name) === sameName(pupil.name)

/**
 * Finds for each row the pupil of the class whom it means: by the school's id, else by the username,
 * else by the name. No pupil is meant twice.
 */
function matched(reads: readonly Read[], known: readonly KnownPupil[]): Map<Read, KnownPupil> {
  const found = new Map<Read, KnownPupil>()
  const left = new Set(known)
  const passes: ((read: Read, pupil: KnownPupil) => boolean)[] = [
    (read, pupil) => read.sourcedId !== null && read.sourcedId === pupil.sourcedId,
    (read, pupil) => read.username !== null && read.username === pupil.username,
    mayBe,
  ]
  for (const isMeant of passes)
    for (const each of reads) {
      if (found.has(each)) continue
      const pupil = [...left].find((candidate) => isMeant(each, candidate))
      if (!pupil) continue
      found.set(each, pupil)
      left.delete(pupil)
    }
  return found
}

/** The names under which new accounts of this list could come to stand, to ask which are taken. */
export function wantedUsernames(rows: readonly RosterRow[]): string[] {
  return [
    ...new Set(
      rows
        .map(read)
        .flatMap(({ name, username }) => [
          stemOf(name),
          ...(username !== null && isUsername(username) ? [username] : []),
        ]),
    ),
  ]
}

/**
 * What becomes of each row of a list, in its order. Decided again after the new ones have been
 * written, every row that was new is present: a list can be imported as often as one likes.
 *
 * @param known who has a seat as a student already, in the order in which they came
 * @param taken usernames of anybody anywhere, at least those that begin as `wantedUsernames` do
 */
export function decideRoster(
  rows: readonly RosterRow[],
  known: readonly KnownPupil[],
  taken: ReadonlySet<string>,
): RowDecision[] {
  const faults = new Map<Read, RowFault>()
  const seen = new Set<string>()
  const reads = rows.map(read)
  for (const each of reads) {
    const marks = marksOf(each)
    const fault = faultOf(each) ?? (marks.some((mark) => seen.has(mark)) && 'twice-in-the-list')
    if (fault) faults.set(each, fault)
    else for (const mark of marks) seen.add(mark)
  }
  const good = reads.filter((each) => !faults.has(each))
  const present = matched(good, known)
  const added = good.filter((each) => !present.has(each))
  const reserved = new Set(taken)
  for (const { username } of known) if (username) reserved.add(username)
  for (const each of added) {
    if (each.username === null) continue
    if (reserved.has(each.username)) faults.set(each, 'username-taken')
  }
  // Of pupils who are there too: a made name must never be the one that another row asks for.
  for (const { username } of good) if (username) reserved.add(username)
  return reads.map((each): RowDecision => {
    const { row, name, sourcedId } = each
    const fault = faults.get(each)
    if (fault) return { is: 'refused', row, fault }
    const pupil = present.get(each)
    if (pupil) return { is: 'present', row, name: pupil.name, username: pupil.username }
    const username =
      each.username ?? freeUsername(stemOf(name), (candidate) => reserved.has(candidate))
    reserved.add(username)
    return { is: 'new', row, name, username, sourcedId }
  })
}

export const newPupils = (decisions: readonly RowDecision[]): NewPupil[] =>
  decisions.filter((decision) => decision.is === 'new')

/** A row as it is told before anything is written. */
export interface PlannedRow {
  line: number
  name: string
  username: string | null
  /** `new`, `present`, or what is wrong. */
  outcome: 'new' | 'present' | RowFault
}

/** What a pupil is handed to sign in with; the drawing leads to the sign-in page. */
export interface PupilCard {
  name: string
  username: string
  password: string
  qr: Qr
}

/** What the form of a list tells: first what would happen, then the cards of who was added. */
export type RosterTold =
  | { step: 'plan'; rows: PlannedRow[]; text: string }
  | { step: 'cards'; site: string; className: string; cards: PupilCard[] }

export const plannedRow = (decision: RowDecision): PlannedRow => {
  const { line, name } = decision.row
  if (decision.is === 'refused') return { line, name, username: null, outcome: decision.fault }
  return { line, name: decision.name, username: decision.username, outcome: decision.is }
}
