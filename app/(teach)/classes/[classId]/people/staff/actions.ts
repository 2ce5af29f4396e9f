'use server'

import { refresh } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { defineAction, defineCommand } from '@/lib/action'
import { mayTry } from '@/lib/auth/limits'
import { findRole } from '@/lib/data/classes'
import {
  addStaff,
  leaveStaff,
  recordArchived,
  recordKept,
  recordRole,
  removeStaff,
} from '@/lib/data/staff'
import { STAFF_ROLES } from '@/lib/domain/people'
import { isDay } from '@/lib/domain/study-day'
import { identifierField, idField, one } from '@/lib/fields'
import { note } from '@/lib/log'

const peopleOf = (classId: string) => `/classes/${classId}/people`
const roleField = one(z.enum(STAFF_ROLES))

const refusals = {
  unknown: 'unknownPerson',
  student: 'alreadyStudent',
  staff: 'alreadyStaff',
} as const

/** Gives a part in the class to somebody who has an account. */
export const addColleague = defineAction(
  'member',
  z.object({ classId: idField, identifier: identifierField, role: roleField }),
  async (viewer, { classId, identifier, role }, now) => {
    if ((await findRole(viewer, classId)) !== 'teacher') notFound()
    // Who has an account is not to be found out by asking for many.
    if (!(await mayTry('new-staff', now, viewer.id))) return { refused: 'tooMany' }
    const added = (await addStaff(viewer, classId, identifier, role)) ?? notFound()
    if (added !== 'added') return { refused: refusals[added], field: 'identifier' }
    return { made: { name: identifier } }
  },
)

export const changeRole = defineAction(
  'member',
  z.object({ classId: idField, userId: idField, role: roleField }),
  async (viewer, { classId, userId, role }) => {
    if (!(await recordRole(viewer, classId, userId, role))) notFound()
    note('privilege_changed', { account: userId, role })
    refresh()
    return { made: { value: (await getTranslations('classes.roles'))(role) } }
  },
)

export const dropStaff = defineCommand(
  'member',
  z.object({ classId: idField, userId: idField }),
  async (viewer, { classId, userId }) => {
    if (!(await removeStaff(viewer, classId, userId))) notFound()
    redirect(userId === viewer.id ? '/classes' : peopleOf(classId))
  },
)

export const leaveClass = defineCommand(
  'member',
  z.object({ classId: idField }),
  async (viewer, { classId }) => {
    if (!(await leaveStaff(viewer, classId))) notFound()
    redirect('/classes')
  },
)

export const endClass = defineCommand(
  'member',
  z.object({ classId: idField }),
  async (viewer, { classId }, now) => {
    if (!(await recordArchived(viewer, classId, now))) notFound()
    redirect(peopleOf(classId))
  },
)

export const reopenClass = defineCommand(
  'member',
  z.object({ classId: idField }),
  async (viewer, { classId }) => {
    if (!(await recordArchived(viewer, classId, null))) notFound()
    redirect(peopleOf(classId))
  },
)

/** Until when a class is kept; an empty field takes the date away. */
export const keepClass = defineAction(
  'member',
  z.object({
    classId: idField,
    until: one(z.string().refine((text) => text === '' || isDay(text), 'notADay')),
  }),
  async (viewer, { classId, until }) => {
    if (!(await recordKept(viewer, classId, until || null))) notFound()
    refresh()
    return { made: {} }
  },
)
