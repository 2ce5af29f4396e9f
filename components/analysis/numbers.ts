/** 0.384 as "0.38", -0.12 as "−0.12" with a real minus, and never "−0.00". */
export function decimals(value: number, places = 2): string {
  const text = value.toFixed(places)
  return Number(text) === 0 ? (0).toFixed(places) : text.replace('-', '\u2212')
}

/** What is kept in per cent, on the scale of -1 to 1 on which the page tells it. */
export const ofHundred = (percent: number): string => decimals(percent / 100)

/** A share of 0 to 1 in whole per cent. */
export const wholePercent = (share: number): number => Math.round(100 * share)

/** A, B, C, … for the answers of a drawing. */
export const letterOf = (place: number): string => String.fromCharCode(65 + (place % 26))
