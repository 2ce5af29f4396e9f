'use server'

import { randomBytes } from 'node:crypto'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction, defineCommand } from '@/lib/action'
import { mayTry } from '@/lib/auth/limits'
import { hashPassword } from '@/lib/auth/password'
import { addStudent, findRole, renewCode } from '@/lib/data/classes'
import { CODE_ALPHABET, codeFrom, isTeaching } from '@/lib/domain/class'
import { idField, nameField, one } from '@/lib/fields'

export const newCode = defineCommand(
  'member',
  z.object({ classId: idField }),
  async (viewer, { classId }) => {
    const code = codeFrom(crypto.getRandomValues(new Uint8Array(8)))
    if (!(await renewCode(viewer, classId, code))) notFound()
    redirect(`/classes/${classId}`)
  },
)

/** Twelve signs of the code alphabet, 60 bits, easy to copy from a slip of paper. */
const firstPassword = () =>
  Array.from(randomBytes(12), (byte) => CODE_ALPHABET[byte % 32]?.toLowerCase())
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')

/** An account for a pupil without e-mail. The first password is shown this once and nowhere kept. */
export const makeStudent = defineAction(
  'member',
  z.object({
    classId: idField,
    name: nameField,
    username: one(
      z
        .string()
        .trim()
        .toLowerCase()
        .regex(/^[a-z0-9][a-z0-9.-]{2,39}$/, 'username'),
    ),
  }),
  async (viewer, { classId, name, username }, now) => {
    // Before the hash, which is dear: nobody sets it going for a class that is not theirs.
    const role = await findRole(viewer, classId)
    if (!role || !isTeaching(role)) notFound()
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
