interface Choice {
  options: readonly string[]
  /** From 0. */
  key: number
}

const letter = (at: number) => 'abcdefgh'.charAt(at)

const question = ({ options, key }: Choice, at: number) => `  - id: many-${at + 1}
    kind: single-choice
    title: Number ${at + 1}
    prompt: Question number ${at + 1}?
    options:
${options
  .map(
    (text, place) => `      - id: ${letter(place)}
        text: ${text}${place === key ? '' : '\n        feedback: Read on.'}`,
  )
  .join('\n')}
    key: ${letter(key)}
    basis: fact
    objective: tell-the-meeting
    bloom: remember
    explanation: It stands there.
    facts: [A1]
    evidence:
      - lesson: first
        quote: The heads met in Paris.
`

/** A quiz of single choices, for what is looked for over a whole quiz. */
export const choicesQuiz = (choices: readonly Choice[]): string => `title: Many
short: Many
summary: It has many.
modes: [practice]
minutes: 5
questions:
${choices.map(question).join('')}`
