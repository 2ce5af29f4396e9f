/** What every answer carries, whoever gives it. */
export const everyAnswer: { key: string; value: string }[]
