'use server'

import { refresh } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { defineAction, defineCommand } from '@/lib/action'
import { firstPassword } from '@/lib/auth/first-password'
import { mayTry } from '@/lib/auth/limits'
import { hashPassword } from '@/lib/auth/password'
import { addStudent, findRole, renewCode } from '@/lib/data/classes'
import { recordExtraTime, recordFirstPassword, removeStudent } from '@/lib/data/people'
import { EXTRA_TIMES } from '@/lib/domain/assignment'
import { CODE_LIVES, codeExpiry, codeFrom, isTeaching } from '@/lib/domain/class'
import { USERNAME } from '@/lib/domain/username'
import type { Viewer } from '@/lib/domain/viewer'
import { idField, nameField, one } from '@/lib/fields'

const peopleOf = (classId: string) => `/classes/${classId}/people`

/** Before a hash, which is dear: nobody sets it going for a class that is not theirs. */
async function demandTeaching(viewer: Viewer, classId: string): Promise<void> {
  const role = await findRole(viewer, classId)
  if (!role || !isTeaching(role)) notFound()
}

export const newCode = defineCommand(
  'member',
  z.object({ classId: idField, life: one(z.enum(CODE_LIVES)) }),
  async (viewer, { classId, life }, now) => {
    const code = codeFrom(crypto.getRandomValues(new Uint8Array(8)))
    if (!(await renewCode(viewer, classId, code, codeExpiry(life, now)))) notFound()
    redirect(peopleOf(classId))
  },
)

/** An account for a pupil without e-mail. The first password is shown this once and nowhere kept. */
export const makeStudent = defineAction(
  'member',
  z.object({
    classId: idField,
    name: nameField,
    username: one(z.string().trim().toLowerCase().regex(USERNAME, 'username')),
  }),
  async (viewer, { classId, name, username }, now) => {
    await demandTeaching(viewer, classId)
    if (!(await mayTry('new-student', now, viewer.id))) return { refused: 'tooMany' }
    const password = firstPassword()
    const hashed = await hashPassword(password)
    if (!hashed.ok) return { refused: hashed.rejection }
    const student = { name, username, passwordHash: hashed.value }
    const added = await addStudent(viewer, classId, student)
    if (added === null) return { refused: 'usernameTaken', field: 'username' }
    if (!added) notFound()
    return { made: { name, username, password } }
  },
)

export const saveExtraTime = defineAction(
  'member',
  z.object({ classId: idField, userId: idField, extraTime: one(z.enum(EXTRA_TIMES)) }),
  async (viewer, { classId, userId, extraTime }) => {
    if (!(await recordExtraTime(viewer, classId, userId, extraTime))) notFound()
    // No redirect: whoever sets it for one student after the other stays where they are.
    refresh()
    return { made: { value: (await getTranslations('people.extraTimes'))(extraTime) } }
  },
)

/** A new first password, shown this once. */
export const resetPassword = defineAction(
  'member',
  z.object({ classId: idField, userId: idField }),
  async (viewer, { classId, userId }, now) => {
    await demandTeaching(viewer, classId)
    if (!(await mayTry('new-student', now, viewer.id))) return { refused: 'tooMany' }
    const password = firstPassword()
    const hashed = await hashPassword(password)
    if (!hashed.ok) return { refused: hashed.rejection }
    const pupil = await recordFirstPassword(viewer, classId, userId, hashed.value)
    return pupil ? { made: { ...pupil, password } } : notFound()
  },
)

export const dropStudent = defineCommand(
  'member',
  z.object({ classId: idField, userId: idField }),
  async (viewer, { classId, userId }) => {
    if (!(await removeStudent(viewer, classId, userId))) notFound()
    redirect(peopleOf(classId))
  },
)
