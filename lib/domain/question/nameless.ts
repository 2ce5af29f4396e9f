/** Stands for a text of somebody who is not to be known: for no answer that an author has foreseen. */
export const NAMELESS = '(erased)'

/** The text where it is one that the instance has made itself, and no other. */
export const namelessOf = (known: readonly string[], text: string): string =>
  known.includes(text) ? text : NAMELESS

/** The same for an answer of several fields: those that are unknown become one. */
export const namelessFields = (
  fields: Readonly<Record<string, string>>,
  nameless: (field: string, text: string) => string | null,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([field, text]) => {
      const left = nameless(field, text)
      return left === null ? [NAMELESS, NAMELESS] : [field, left]
    }),
  )
