/**
 * FSRS-6 by its published formulas, written for the tests: to hold the package that the application
 * uses against something that is not itself. Whole days only.
 */
const W = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
  0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
] as const
const DECAY = -W[20]
const FACTOR = 0.9 ** (1 / DECAY) - 1
const clamp = (value: number) => Math.min(10, Math.max(1, value))
const firstDifficulty = (grade: number) => W[4] - Math.exp(W[5] * (grade - 1)) + 1

export interface Formulas {
  stability: number
  difficulty: number
}

export const chance = (days: number, stability: number): number =>
  (1 + (FACTOR * days) / stability) ** DECAY

export const first = (grade: number): Formulas => ({
  stability: W[grade - 1] ?? 0,
  difficulty: clamp(firstDifficulty(grade)),
})

export function next(
  { stability: s, difficulty: d }: Formulas,
  grade: number,
  days: number,
): Formulas {
  const r = chance(days, s)
  const moved = d + ((10 - d) / 9) * (-W[6] * (grade - 3))
  const difficulty = clamp(W[7] * firstDifficulty(4) + (1 - W[7]) * moved)
  if (grade === 1) {
    const forgotten = W[11] * d ** -W[12] * ((s + 1) ** W[13] - 1) * Math.exp(W[14] * (1 - r))
    // Divided by e^(w17 w18) where there are steps within a day; here there are none.
    const stability = Math.min(forgotten, s)
    return { difficulty, stability: Math.max(0.001, stability) }
  }
  const growth =
    Math.exp(W[8]) *
    (11 - d) *
    s ** -W[9] *
    (Math.exp(W[10] * (1 - r)) - 1) *
    (grade === 2 ? W[15] : 1) *
    (grade === 4 ? W[16] : 1)
  return { difficulty, stability: s * (1 + growth) }
}
