import { z } from 'zod'
import {
  BEHAVIOURS,
  type Dates,
  GRADINGS,
  LATE_POLICIES,
  type Rules,
  rulesSchema,
  SHOWABLES,
  STAGES,
  type Stage,
} from './assignment'
import { fromLocal } from './zoned-time'

type Texts = Record<string, string[] | undefined>

export const DATE_FIELDS = ['opensAt', 'dueAt', 'closesAt'] as const
export type DateField = (typeof DATE_FIELDS)[number]

/** What is wrong with a form, by its field; each a key of the catalogue's `errors`. */
export type SettingFault =
  | 'notATime'
  | 'skippedTime'
  | 'closesBeforeOpens'
  | 'dueOutside'
  | 'minutes'
  | 'attempts'
  | 'latePercent'
  | 'choice'
  | 'neverShown'
  | 'nothingDuring'
export type SettingFaults = Partial<Record<string, SettingFault>>

const first = (texts: Texts, name: string) => texts[name]?.[0]?.trim() ?? ''
const wholeNumber = (text: string) => (/^\d{1,4}$/.test(text) ? Number(text) : Number.NaN)

function datesOf(texts: Texts, timeZone: string, faults: SettingFaults): Dates {
  const dates: Dates = { opensAt: null, dueAt: null, closesAt: null }
  for (const name of DATE_FIELDS) {
    const text = first(texts, name)
    if (text === '') continue
    const read = fromLocal(text, timeZone)
    if (read.ok) dates[name] = read.value
    else faults[name] = read.rejection === 'skipped-by-the-clocks' ? 'skippedTime' : 'notATime'
  }
  const { opensAt, dueAt, closesAt } = dates
  if (opensAt && closesAt && closesAt <= opensAt) faults.closesAt ??= 'closesBeforeOpens'
  if (dueAt && ((opensAt && dueAt <= opensAt) || (closesAt && dueAt > closesAt)))
    faults.dueAt ??= 'dueOutside'
  return dates
}

const choices = {
  grading: z.enum(GRADINGS),
  behaviour: z.enum(BEHAVIOURS),
  late: z.enum(LATE_POLICIES),
}

/**
 * The dates and rules that a form says, times as the clocks of the class show them. A blank number
 * is no limit. Refused with what is wrong, field by field, all at once.
 */
export function readSetting(
  texts: Texts,
  timeZone: string,
): { ok: true; value: { dates: Dates; rules: Rules } } | { ok: false; faults: SettingFaults } {
  const faults: SettingFaults = {}
  const dates = datesOf(texts, timeZone, faults)
  const limit = (name: 'minutes' | 'attempts', most: number) => {
    const text = first(texts, name)
    const number = wholeNumber(text)
    if (text !== '' && !(number >= 1 && number <= most)) faults[name] = name
    return text === '' ? null : number
  }
  const minutes = limit('minutes', 600)
  const attempts = limit('attempts', 50)
  const picked = Object.fromEntries(
    Object.entries(choices).map(([name, schema]) => {
      const read = schema.safeParse(first(texts, name))
      if (!read.success) faults[name] = 'choice'
      return [name, read.data]
    }),
  )
  const latePercent = wholeNumber(first(texts, 'latePercent') || '10')
  if (!(latePercent >= 1 && latePercent <= 100)) faults.latePercent = 'latePercent'
  const stage = (name: Stage) => SHOWABLES.filter((what) => texts[`review.${name}`]?.includes(what))
  const review = Object.fromEntries(STAGES.map((name) => [name, stage(name)]))
  if (!dates.closesAt && !faults.closesAt && review.afterSubmission?.length === 0)
    faults.review = 'neverShown'
  if (picked.behaviour === 'immediate' && review.during?.length === 0)
    faults.review = 'nothingDuring'
  if (Object.keys(faults).length > 0) return { ok: false, faults }
  const rules = rulesSchema.parse({
    ...picked,
    minutes,
    attempts,
    latePercent,
    shuffleQuestions: first(texts, 'shuffleQuestions') !== '',
    review,
  })
  return { ok: true, value: { dates, rules } }
}
