export const NAME_LENGTH = 80

/** Something to see, and nothing that hides (control signs) or turns the line around it. */
const SHOWN = /^(?=.*[^\p{C}\p{Z}])[^\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u

/** Whether a text can be shown as a name. */
export const isShown = (text: string): boolean => SHOWN.test(text)
