import type { CorrectionField, CorrectionTexts, KeyFault, Rekeyed } from './kind'

type Shown = Pick<CorrectionField, 'name' | 'word'> & Partial<CorrectionField>

/** A field of a key's form, with what most fields have alike. */
export const keyField = (field: Shown): CorrectionField => ({
  of: null,
  input: 'line',
  options: [],
  initial: [],
  ...field,
})

/** The options of a choice, for a field that names some of them. */
export const asOptions = (options: readonly { id: string; text: string }[]) =>
  options.map(({ id, text }) => ({ value: id, text }))

/** The first text under a name, or nothing. */
export const firstOf = (texts: CorrectionTexts, name: string): string =>
  texts[name]?.[0]?.trim() ?? ''

/** Every line that stands under a name, without the empty ones. */
export const linesOf = (texts: CorrectionTexts, name: string): string[] =>
  (texts[name] ?? [])
    .flatMap((text) => text.split(/\r?\n/))
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The options that a field names, each once and in their own order, or what is wrong with it. */
export function idsOf(
  texts: CorrectionTexts,
  name: string,
  options: readonly { id: string }[],
): { ids: string[]; fault: KeyFault | null } {
  const named = texts[name] ?? []
  const ids = options.map(({ id }) => id).filter((id) => named.includes(id))
  const isKnown = named.every((id) => options.some((option) => option.id === id))
  return { ids, fault: named.length === 0 ? 'keyNone' : isKnown ? null : 'keyUnknown' }
}

/** An answer of several right options: the one that was the key stays it where it is still right. */
export const keptKey = (key: string, ids: readonly string[]) => {
  const first = ids.includes(key) ? key : (ids[0] ?? key)
  const accept = ids.filter((id) => id !== first)
  return { key: first, accept: accept.length > 0 ? accept : undefined }
}

/** A corrected key, unless something is wrong with it. */
export function rekeyed<Question>(
  faults: Record<string, KeyFault | null>,
  value: Partial<Question>,
): Rekeyed<Question> {
  const found = Object.entries(faults).filter(
    (entry): entry is [string, KeyFault] => entry[1] !== null,
  )
  return found.length > 0 ? { ok: false, faults: Object.fromEntries(found) } : { ok: true, value }
}
