import { keyField } from './key-fields'
import type { CorrectionField, CorrectionTexts, KeyFault } from './kind'
import { moduleOf } from './publish'
import { type AuthoredQuestion, questionSchema } from './question'

/** What is the same for every kind: what the question is worth, and why its answer is right. */
export const COMMON_FIELDS = ['points', 'explanation'] as const

/** Why a corrected question cannot be so; each a key of the catalogue's `errors`. */
export type CorrectionFault = KeyFault | 'keyPoints'

/** The kind's own fields of the form that puts a question right; `COMMON_FIELDS` stand beside them. */
export const keyFieldsOf = (question: AuthoredQuestion): CorrectionField[] =>
  moduleOf(question.kind).keyFields(question)

/** All texts that a form for this question carries, under the names of its fields and no others. */
export function textsFor(
  question: AuthoredQuestion,
  texts: Readonly<Record<string, readonly string[] | undefined>>,
): Record<string, string[]> {
  const names = [...keyFieldsOf(question).map(({ name }) => name), ...COMMON_FIELDS]
  return Object.fromEntries(names.map((name) => [name, [...(texts[name] ?? [])]]))
}

/** The form's texts as the question is now. */
export const textsOf = (question: AuthoredQuestion): Record<string, string[]> => ({
  ...Object.fromEntries(
    keyFieldsOf(question).map(({ name, input, initial }) => [
      name,
      input === 'lines' ? [initial.join('\n')] : [...initial],
    ]),
  ),
  points: [String(question.points)],
  explanation: [question.explanation],
})

export type Corrected =
  | { ok: true; value: AuthoredQuestion }
  | { ok: false; faults: Record<string, CorrectionFault> }

const LONGEST_FIELD = 600

/**
 * The question with the key, points and explanation that these texts say. Refused field by field: a
 * key that names what is not there, no number, points beyond 1 to 20, a text that is empty or too
 * long. Texts for another question's fields are refused as well, so that a correction which was made
 * for one version of a question never half fits another. Total, and the same each time.
 */
export function correctQuestion(question: AuthoredQuestion, texts: CorrectionTexts): Corrected {
  const kind = moduleOf(question.kind)
  const rekeyed = kind.rekey(question, texts)
  const faults: Record<string, CorrectionFault> = rekeyed.ok ? {} : { ...rekeyed.faults }
  const known: string[] = [...kind.keyFields(question).map(({ name }) => name), ...COMMON_FIELDS]
  for (const name of Object.keys(texts)) if (!known.includes(name)) faults[name] = 'keyUnknown'
  const points = texts.points?.[0]?.trim() ?? ''
  if (!/^\d{1,2}$/.test(points) || Number(points) < 1 || Number(points) > 20)
    faults.points = 'keyPoints'
  const explanation = texts.explanation?.[0]?.trim() ?? ''
  if (explanation === '' || explanation.length > LONGEST_FIELD) faults.explanation = 'keyText'
  if (!rekeyed.ok || Object.keys(faults).length > 0) return { ok: false, faults }
  const all = { ...question, ...rekeyed.value, points: Number(points), explanation }
  const parsed = questionSchema.safeParse(all)
  if (parsed.success) return { ok: true, value: parsed.data }
  const at = String(parsed.error.issues[0]?.path[0] ?? '')
  return { ok: false, faults: { [known.includes(at) ? at : (known[0] ?? at)]: 'keyText' } }
}

/** A field of the form that asks for nothing of the kind's own. */
export const explanationField = (question: AuthoredQuestion): CorrectionField =>
  keyField({
    name: 'explanation',
    word: 'explanation',
    input: 'text',
    initial: [question.explanation],
  })
/** What the question is worth, as a field. */
export const pointsField = (question: AuthoredQuestion): CorrectionField =>
  keyField({ name: 'points', word: 'points', initial: [String(question.points)] })
