/** Puts values into a raw message: `fill('Gap {gap} of {all}', { gap: 1, all: 2 })`. */
export const fill = (message: string, values: Record<string, string | number>): string =>
  message.replace(/\{([a-z]+)\}/g, (braces, name: string) => String(values[name] ?? braces))

/** The form of a counted message that suits `count`. */
export const counted = (forms: { one: string; other: string }, count: number): string =>
  fill(count === 1 ? forms.one : forms.other, { count })
