import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { CorrectionDraft } from './correction'
import type { CorrectionPlan } from './correction-plan'
import { type CorrectionFault, correctQuestion, textsFor, textsOf } from './question/correct'
import type { AuthoredQuestion } from './question/question'
import { REMEDIES, type Remedy } from './treatment'

type Texts = Readonly<Record<string, readonly string[] | undefined>>

/** What is wrong with the form, by its field; each a key of the catalogue's `errors`. */
export type CorrectionFaults = Record<string, CorrectionFault | 'correctionReason' | 'keySame'>

export const REASON_LENGTH = 500

/** Without the one sign that Postgres does not keep. */
const storable = (texts: Texts): Texts =>
  Object.fromEntries(
    Object.entries(texts).map(([name, all]) => [
      name,
      all?.map((text) => text.replaceAll('\0', '')),
    ]),
  )

const first = (texts: Texts, name: string) => texts[name]?.[0]?.trim() ?? ''

/** A remedy by its name in an address or a form; the key is put right unless another is named. */
export const remedyOf = (text: string | undefined): Remedy =>
  REMEDIES.find((remedy) => remedy === text) ?? 'rekeyed'

const isAsBefore = (question: AuthoredQuestion, corrected: AuthoredQuestion) =>
  JSON.stringify(textsOf(question)) === JSON.stringify(textsOf(corrected))

/**
 * What a form says that puts a question right. Refused field by field, all at once: a key that
 * cannot be so, a key that is as before, no reason.
 *
 * @param question as it stands now, with the corrections in force
 */
export function readCorrection(
  sent: Texts,
  question: AuthoredQuestion,
): { ok: true; value: CorrectionDraft } | { ok: false; faults: CorrectionFaults } {
  const texts = storable(sent)
  const remedy = remedyOf(first(texts, 'remedy'))
  const faults: CorrectionFaults = {}
  const reason = first(texts, 'reason')
  if (reason === '' || reason.length > REASON_LENGTH) faults.reason = 'correctionReason'
  const change = remedy === 'rekeyed' ? textsFor(question, texts) : null
  if (change) {
    const corrected = correctQuestion(question, change)
    if (!corrected.ok) Object.assign(faults, corrected.faults)
    else if (isAsBefore(question, corrected.value)) faults.correction = 'keySame'
  }
  if (Object.keys(faults).length > 0) return { ok: false, faults }
  const mayLower = first(texts, 'mayLower') === 'yes'
  return { ok: true, value: { questionId: question.id, remedy, change, reason, mayLower } }
}

/** What the form of a correction is told: what would change, and the form as it was filled in. */
export interface CorrectionTold {
  plan: CorrectionPlan
  lists: Record<string, string[]>
  /** Of what was shown; it is sent along when that is applied. */
  seen: string
}

/** A mark of what somebody was shown, so that nothing else is applied. The reason may change. */
export function seenOf({ reason: _, ...draft }: CorrectionDraft, plan: CorrectionPlan): string {
  const { asked, changes, kept, nothingLeft, unfit } = plan
  const directions = changes.map(({ attemptId, direction }) => `${attemptId} ${direction}`)
  return sha([draft, asked, kept, nothingLeft, unfit, directions])
}

const sha = (value: unknown): string =>
  bytesToHex(sha256(utf8ToBytes(JSON.stringify(value)))).slice(0, 32)
