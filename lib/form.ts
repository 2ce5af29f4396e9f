/**
 * What a form says back. Values are kept so that nobody types twice; passwords never are. Every
 * sentence is ready to be read; `errors` stand at their fields, `message` above the form.
 */
export interface FormState<Told = never> {
  values: Record<string, string>
  /** All that was typed or ticked, by name; null where the form was not refused. */
  lists: Record<string, string[]> | null
  errors: Record<string, string>
  message: string | null
  /** Words that a success brings back for this one time, such as a new account's password. */
  made: Record<string, string> | null
  /** What an action tells beside sentences, such as what would become of a list. */
  told: Told | null
}

export const emptyForm: FormState<never> = {
  values: {},
  lists: null,
  errors: {},
  message: null,
  made: null,
  told: null,
}

export type FormAction<Told = never> = (
  state: FormState<Told>,
  form: FormData,
) => Promise<FormState<Told>>
/** An action behind a single button, which answers by leading somewhere. */
export type Command = (form: FormData) => Promise<void>

/** The first file under each name, unread; a field in which none was chosen is left out. */
export function filesOf(form: FormData): Record<string, File> {
  const files = new Map<string, File>()
  for (const [name, value] of form) {
    if (typeof value === 'string' || name.startsWith('$') || value.size === 0) continue
    if (!files.has(name)) files.set(name, value)
  }
  return Object.fromEntries(files)
}

/** All texts under each name; files and Next's own fields are left out. */
export function textsOf(form: FormData): Record<string, string[]> {
  const texts = new Map<string, string[]>()
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name.startsWith('$')) continue
    const list = texts.get(name)
    if (list) list.push(value)
    else texts.set(name, [value])
  }
  return Object.fromEntries(texts)
}
