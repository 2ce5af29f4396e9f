'use server'

import { notFound } from 'next/navigation'
import { z } from 'zod'
import { defineAction, type Refused, type Telling } from '@/lib/action'
import { firstPassword, hashFirstPasswords } from '@/lib/auth/first-password'
import { mayTry } from '@/lib/auth/limits'
import { findClassPeople } from '@/lib/data/people'
import { findRosterPlan, recordRoster } from '@/lib/data/rosters'
import {
  newPupils,
  plannedRow,
  type RosterRow,
  type RosterTold,
  type RowDecision,
} from '@/lib/domain/roster'
import type { Viewer } from '@/lib/domain/viewer'
import { env } from '@/lib/env'
import { qrOf } from '@/lib/exchange/qr'
import { ROSTER_BYTES, readRoster, withEnrollments, writeRoster } from '@/lib/exchange/roster-csv'
import { readTextFile } from '@/lib/exchange/text-file'
import { idField, one } from '@/lib/fields'

type Answer = Refused | Telling<RosterTold>
type Rows = { ok: true; rows: RosterRow[] } | { ok: false; answer: Refused }

const refusedAt = (field: string, refused: string): Rows => ({
  ok: false,
  answer: { refused, field },
})

/** The list of a form: of its file, if it has one, else of the text that was pasted. */
async function rowsOf(text: string, files: Record<string, File>): Promise<Rows> {
  const { users, enrollments } = files
  const field = users ? 'users' : 'text'
  const list = users ? await readTextFile(users, ROSTER_BYTES) : { ok: true as const, value: text }
  if (!list.ok) return refusedAt(field, list.rejection)
  const roster = readRoster(list.value)
  if (!roster.ok) return refusedAt(field, roster.rejection)
  if (!enrollments) return { ok: true, rows: roster.value }
  const enrolled = await readTextFile(enrollments, ROSTER_BYTES)
  if (!enrolled.ok) return refusedAt('enrollments', enrolled.rejection)
  const rows = withEnrollments(roster.value, enrolled.value)
  return rows.ok ? { ok: true, rows: rows.value } : refusedAt('enrollments', rows.rejection)
}

const planOf = (rows: RosterRow[], decisions: RowDecision[]): RosterTold => ({
  step: 'plan',
  rows: decisions.map(plannedRow),
  text: writeRoster(rows),
})

async function write(
  viewer: Viewer,
  classId: string,
  rows: RosterRow[],
  now: Date,
): Promise<Answer> {
  const plan = (await findRosterPlan(viewer, classId, rows)) ?? notFound()
  const told = planOf(rows, plan)
  if (!(await mayTry('new-students', now, viewer.id))) return { refused: 'tooMany', told }
  const passwords = newPupils(plan).map(firstPassword)
  const hashes = await hashFirstPasswords(passwords)
  if (!hashes) return { refused: 'busy', told }
  const added = await recordRoster(viewer, classId, rows, hashes)
  if (added === null) notFound()
  if (added === 'again') {
    const anew = (await findRosterPlan(viewer, classId, rows)) ?? notFound()
    return { refused: 'roster-changed', told: planOf(rows, anew) }
  }
  const people = (await findClassPeople(viewer, classId)) ?? notFound()
  const signIn = new URL('/sign-in', env().nextAuthUrl)
  const cards = added.map(({ name, username }, at) => ({
    name,
    username,
    password: passwords[at] ?? '',
    qr: qrOf(`${signIn.href}?as=${username}`),
  }))
  const site = signIn.host + signIn.pathname
  return { told: { step: 'cards', site, className: people.name, cards } }
}

const formSchema = z.object({
  classId: idField,
  step: one(z.enum(['read', 'write'])),
  text: one(z.string()),
})

/**
 * Reads a list of pupils and tells what would become of each; sent again with `step` at `write`, makes
 * the accounts and answers with their cards, this once.
 */
export const importPupils = defineAction<'member', typeof formSchema, RosterTold>(
  'member',
  formSchema,
  async (viewer, { classId, step, text }, now, files): Promise<Answer> => {
    if (!(await mayTry('roster-plan', now, viewer.id))) return { refused: 'tooMany' }
    const list = await rowsOf(text, files)
    if (!list.ok) return list.answer
    if (step === 'write') return write(viewer, classId, list.rows, now)
    const plan = (await findRosterPlan(viewer, classId, list.rows)) ?? notFound()
    return { told: planOf(list.rows, plan) }
  },
)
