import type { z } from 'zod'
import type { Problem } from '@/lib/domain/course-content'
import { describedAt, fieldsAt } from './field'
import { didYouMean } from './nearest'

type RawIssue = z.core.$ZodRawIssue
const list = (words: readonly unknown[]) => words.map((word) => `“${String(word)}”`).join(', ')

const SHAPES: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, each entry on a line that begins with “- ”',
  object: 'a group of named fields',
  record: 'a group of named fields',
}

const UNITS: Record<string, [string, string]> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
}
const counted = (n: number | bigint, origin: string) => {
  const [one, many] = UNITS[origin] ?? ['', '']
  return `${n} ${Number(n) === 1 ? one : many}`.trim()
}

const said = (value: unknown) => {
  if (value === null) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a group of fields'
  return `“${String(value)}”`
}

/** What is wrong, in words, for every kind of issue that zod has; schemas may say it better. */
export function sayIssue(issue: RawIssue): string {
  if (issue.code === 'unrecognized_keys') return ''
  if (issue.input === undefined && issue.code !== 'custom') return 'This field is missing.'
  switch (issue.code) {
    case 'invalid_type':
      return `Here belongs ${SHAPES[issue.expected] ?? issue.expected}, but ${said(issue.input)} stands here.`
    case 'invalid_value':
      return issue.values.length === 1
        ? `Here belongs ${list(issue.values)}, but ${said(issue.input)} stands here.`
        : `Here belongs one of ${list(issue.values)}, but ${said(issue.input)} stands here.`
    case 'too_small':
      return `Here belongs at least ${counted(issue.minimum, issue.origin)}.`
    case 'too_big':
      return `Here belongs at most ${counted(issue.maximum, issue.origin)}.`
    case 'invalid_format':
      return issue.format === 'url'
        ? `${said(issue.input)} is no web address. It begins with https://.`
        : `${said(issue.input)} is not written as it has to be here.`
    case 'invalid_union': {
      const input = issue.input
      const field = typeof issue.discriminator === 'string' ? issue.discriminator : null
      const options = Array.isArray(issue.options) ? issue.options : []
      if (!field) return `${said(input)} does not belong here.`
      const given = typeof input === 'object' && input !== null ? Reflect.get(input, field) : input
      return given === undefined
        ? `The field “${field}” is missing: one of ${list(options)}.`
        : `The field “${field}” is one of ${list(options)}, but ${said(given)} stands here.${didYouMean(String(given), options.map(String))}`
    }
    default:
      return `${said(issue.input)} does not belong here.`
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A path as people read it: an entry of a list by its id or, without one, by its number from 1. */
export function pathInWords(path: readonly PropertyKey[], data: unknown): string {
  let value = data
  return path
    .map((step) => {
      const inside: unknown =
        isRecord(value) || Array.isArray(value) ? Reflect.get(value, step) : undefined
      value = inside
      if (typeof step !== 'number') return String(step)
      return isRecord(inside) && typeof inside.id === 'string' ? inside.id : String(step + 1)
    })
    .join('.')
}

type LineOf = (path: readonly PropertyKey[]) => number | undefined

/** A finding at a place of a file, with its line where that is known. */
export const problem = (
  file: string,
  path: string,
  message: string,
  line: number | undefined,
): Problem => ({ file, path, ...(line === undefined ? {} : { line }), message })

/** `data` against `schema`: everything that does not agree, each in words an author understands. */
export function problemsOf(
  file: string,
  schema: z.ZodType,
  data: unknown,
  lineOf: LineOf,
): Problem[] {
  const parsed = schema.safeParse(data, { error: sayIssue })
  if (parsed.success) return []
  return parsed.error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      const known = fieldsAt(schema, issue.path, data)
      return issue.keys.map((key) => {
        const path = [...issue.path, key]
        const hint = didYouMean(key, known) || ` Known here: ${known.join(', ')}.`
        const message = `The field “${key}” is not known here.${hint}`
        return problem(file, pathInWords(path, data), message, lineOf(path))
      })
    }
    const described = describedAt(schema, issue.path, data)
    const message = described ? `${issue.message} What belongs here: ${described}` : issue.message
    return [problem(file, pathInWords(issue.path, data), message, lineOf(issue.path))]
  })
}
