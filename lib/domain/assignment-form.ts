import { z } from 'zod'
import {
  BEHAVIOURS,
  type Dates,
  DEFAULT_RULES,
  type Exception,
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
  | 'triesUnseen'
  | 'tries'
  | 'penaltyPercent'
  | 'ask'
export type SettingFaults = Partial<Record<string, SettingFault>>

const first = (texts: Texts, name: string) => texts[name]?.[0]?.trim() ?? ''
const wholeNumber = (text: string) => (/^\d{1,4}$/.test(text) ? Number(text) : Number.NaN)

const NO_DATES: Dates = { opensAt: null, dueAt: null, closesAt: null }

/** The dates that a form says; where it says none, those of `base`, against which the others are held. */
function datesOf(
  texts: Texts,
  timeZone: string,
  faults: SettingFaults,
  base: Dates = NO_DATES,
): Dates {
  const dates = { opensAt: base.opensAt, dueAt: base.dueAt, closesAt: base.closesAt }
  for (const name of DATE_FIELDS) {
    const text = first(texts, name)
    if (text === '') continue
    const read = fromLocal(text, timeZone)
    if (read.ok) dates[name] = read.value
    else faults[name] = read.rejection === 'skipped-by-the-clocks' ? 'skippedTime' : 'notATime'
  }
  const { opensAt, dueAt, closesAt } = dates
  // The sentence stands at a field that was written, so that it can be mended there.
  const blame = (fault: SettingFault, [usual, ...others]: [DateField, ...DateField[]]) => {
    const written = [usual, ...others].find((name) => first(texts, name) !== '')
    faults[written ?? usual] ??= fault
  }
  if (opensAt && closesAt && closesAt <= opensAt)
    blame('closesBeforeOpens', ['closesAt', 'opensAt'])
  if (dueAt && ((opensAt && dueAt <= opensAt) || (closesAt && dueAt > closesAt)))
    blame('dueOutside', ['dueAt', 'closesAt', 'opensAt'])
  return dates
}

/** A limit that a form says in whole numbers, 1 to `most`; null where its field is left empty. */
function limitOf(
  texts: Texts,
  name: string,
  kind: 'minutes' | 'attempts' | 'ask',
  most: number,
  faults: SettingFaults,
): number | null {
  const text = first(texts, name)
  const number = wholeNumber(text)
  if (text !== '' && !(number >= 1 && number <= most)) faults[name] = kind
  return text === '' ? null : number
}

/**
 * What a form says that holds for one student alone, over the dates of the class: an empty field is
 * as for everybody. Null where it says nothing at all. Refused field by field, all at once.
 */
export function readException(
  texts: Texts,
  timeZone: string,
  dates: Dates,
): { ok: true; value: Exception | null } | { ok: false; faults: SettingFaults } {
  const faults: SettingFaults = {}
  const all = datesOf(texts, timeZone, faults, dates)
  const minutes = limitOf(texts, 'minutes', 'minutes', 600, faults)
  const extraAttempts = limitOf(texts, 'extraAttempts', 'attempts', 50, faults) ?? 0
  if (Object.keys(faults).length > 0) return { ok: false, faults }
  const isExcused = first(texts, 'isExcused') !== ''
  const own = Object.fromEntries(
    DATE_FIELDS.filter((name) => first(texts, name) !== '').map((name) => [name, all[name]]),
  ) as Partial<Dates>
  const value = { ...own, ...(minutes === null ? {} : { minutes }), extraAttempts, isExcused }
  const isNothing = Object.keys(value).length === 2 && extraAttempts === 0 && !isExcused
  return { ok: true, value: isNothing ? null : value }
}

const choices = {
  grading: z.enum(GRADINGS),
  behaviour: z.enum(BEHAVIOURS),
  late: z.enum(LATE_POLICIES),
}

/** A whole number that a form says, or the one that stands for an empty field. */
function numberOf(
  texts: Texts,
  name: 'latePercent' | 'tries' | 'penaltyPercent',
  [least, most]: [number, number],
  faults: SettingFaults,
): number {
  const number = wholeNumber(first(texts, name) || String(DEFAULT_RULES[name]))
  if (!(number >= least && number <= most)) faults[name] = name
  return number
}

/**
 * The dates and rules that a form says, times as the clocks of the class show them. A blank number
 * is no limit. Refused with what is wrong, field by field, all at once.
 *
 * @param questions how many the quiz has: no more can be asked
 */
export function readSetting(
  texts: Texts,
  timeZone: string,
  questions = 500,
): { ok: true; value: { dates: Dates; rules: Rules } } | { ok: false; faults: SettingFaults } {
  const faults: SettingFaults = {}
  const dates = datesOf(texts, timeZone, faults)
  const minutes = limitOf(texts, 'minutes', 'minutes', 600, faults)
  const attempts = limitOf(texts, 'attempts', 'attempts', 50, faults)
  const picked = Object.fromEntries(
    Object.entries(choices).map(([name, schema]) => {
      const read = schema.safeParse(first(texts, name))
      if (!read.success) faults[name] = 'choice'
      return [name, read.data]
    }),
  )
  const latePercent = numberOf(texts, 'latePercent', [1, 100], faults)
  const tries = numberOf(texts, 'tries', [2, 5], faults)
  const penaltyPercent = numberOf(texts, 'penaltyPercent', [0, 100], faults)
  const ask = limitOf(texts, 'ask', 'ask', questions, faults)
  const stage = (name: Stage) => SHOWABLES.filter((what) => texts[`review.${name}`]?.includes(what))
  const review = Object.fromEntries(STAGES.map((name) => [name, stage(name)]))
  if (!dates.closesAt && !faults.closesAt && review.afterSubmission?.length === 0)
    faults.review = 'neverShown'
  if (picked.behaviour === 'immediate' && review.during?.length === 0)
    faults.review = 'nothingDuring'
  if (picked.behaviour === 'interactive' && !review.during?.includes('correctness'))
    faults.review = 'triesUnseen'
  if (Object.keys(faults).length > 0) return { ok: false, faults }
  const rules = rulesSchema.parse({
    ...picked,
    minutes,
    attempts,
    latePercent,
    tries,
    penaltyPercent,
    ask,
    shuffleQuestions: first(texts, 'shuffleQuestions') !== '',
    shuffleOptions: first(texts, 'shuffleOptions') !== '',
    review,
  })
  return { ok: true, value: { dates, rules } }
}
