import { z } from 'zod'
import { isShown, NAME_LENGTH } from '@/lib/domain/name'
import { isTimeZone } from '@/lib/domain/zoned-time'

/**
 * Form fields as zod schemas. A form brings a list of texts under each name; these take the first
 * (`one`) or all of them. Messages are keys of the catalogue's `errors`.
 */
const first = z
  .array(z.string())
  .optional()
  .transform((texts) => texts?.[0] ?? '')

export const one = <Schema extends z.ZodType<unknown, string>>(schema: Schema) => first.pipe(schema)

/**
 * A text as somebody writes it to somebody else: trimmed, in NFC, with plain line ends, and without
 * NUL, the one sign that Postgres does not keep.
 */
export const writtenText = z
  .string()
  .overwrite((text) => text.replaceAll('\0', '').replaceAll('\r\n', '\n').trim().normalize('NFC'))

export const idField = one(z.uuid())
export const slugField = one(z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/))

/** A name of 1 to 80 characters; refused with `message` where it could not be shown as one. */
export const nameOf = (message: string) =>
  one(
    z
      .string()
      .trim()
      .normalize('NFC')
      .min(1, message)
      .max(NAME_LENGTH, message)
      .refine(isShown, message),
  )
export const nameField = nameOf('name')

/** Compared after Unicode normalisation, so that look-alikes of @ do not split an address. */
export const emailField = one(
  z.string().trim().normalize('NFKC').toLowerCase().max(254, 'email').pipe(z.email('email')),
)
/** An address or a username, as accounts are found by it. */
export const identifierField = one(
  z
    .string()
    .trim()
    .normalize('NFKC')
    .toLowerCase()
    .min(1, 'identifier')
    .max(254, 'identifier')
    .regex(/^\P{Cc}*$/u, 'identifier'),
)
export const newPasswordField = one(z.string().min(8, 'passwordShort').max(200, 'passwordLong'))
export const passwordField = one(z.string().min(1, 'passwordMissing').max(200, 'passwordLong'))
/** The name of a time zone. */
export const zoneField = one(z.string().max(64).refine(isTimeZone, 'timeZone'))
export const backField = one(z.string())
