import { describe, expect, it } from 'vitest'
import { edit, findings, ruleTable, write } from '@/tests/content/support'

const FILE = 'quizzes/final.yaml'
const quiz = (rest: string) =>
  write(
    FILE,
    `title: Final\nshort: Final\nsummary: All of it.\nmodes: [test]\nminutes: 9\npass: 70\n${rest}`,
  )
const drawn = (from: string, ...slots: string[]) =>
  quiz(
    `draw:\n  - quiz: ${from}\n    slots:\n${slots.map((slot) => `      - [${slot}]\n`).join('')}`,
  )

ruleTable('draws', 'a quiz asks its own questions, or draws some that make a fair paper', [
  [
    'a quiz that asks nothing',
    [quiz('')],
    [
      {
        file: FILE,
        path: '',
        on: 'title: Final',
        message: 'The quiz asks nothing: it has neither “questions” nor “draw”.',
      },
    ],
  ],
  [
    'a quiz that does both',
    [
      edit(
        'quizzes/first.yaml',
        'questions:',
        'draw:\n  - quiz: practice\n    slots: [[remember]]\nquestions:',
      ),
    ],
    [
      {
        file: 'quizzes/first.yaml',
        path: '',
        on: 'title: The first quiz',
        message: 'A quiz has questions of its own or draws them, not both.',
      },
    ],
  ],
  [
    'a quiz that does not exist',
    [drawn('frist', 'remember')],
    [
      {
        file: FILE,
        path: 'draw.1.quiz',
        on: '- quiz: frist',
        message: 'There is no quiz “frist”. Did you mean “first”?',
      },
    ],
  ],
  [
    'a level at which nothing is asked',
    [drawn('first', 'remember', 'evaluate, create')],
    [
      {
        file: FILE,
        path: 'draw.1.slots.2',
        on: '- [evaluate, create]',
        message: 'No question of “first” is at the level evaluate or create.',
      },
    ],
  ],
  [
    'a slot whose questions earn different points',
    [
      edit('quizzes/first.yaml', '    title: Members', '    title: Members\n    points: 2'),
      drawn('first', 'remember'),
    ],
    [
      {
        file: FILE,
        path: 'draw.1.slots.1',
        on: '- [remember]',
        message: 'The questions of one slot earn different points, so papers would differ.',
      },
    ],
  ],
  [
    'slots that leave no fair paper: more of them than questions',
    [drawn('first', 'remember', 'remember', 'remember')],
    [
      {
        file: FILE,
        path: 'draw',
        on: 'draw:',
        message:
          'From these slots no paper can be drawn in which every kind of question comes and no two questions have the same evidence. Widen a slot or drop one.',
      },
    ],
  ],
])

const STATEMENT = 'kind: true-false\n    key: true\n    feedback: It does not say so.\n'
const NUMBER =
  'kind: numeric\n    key: 23\n    tolerance: 0\n    unit: members\n    wrong: [{ value: 22, feedback: Before. }]\n    feedback: No.\n'
const WORD =
  'kind: short-text\n    key: Paris\n    wrong: [{ answers: [Bern], feedback: No. }]\n    feedback: No.\n'

/** A quiz whose questions all have the same evidence: one as given, all others statements. */
const quizOf = (name: string, count: number, first: string, quote: string) => {
  const questions = Array.from(
    { length: count },
    (_, at) => `  - id: ${name}-${at}
    title: Question ${at} of ${name}
    prompt: Is this statement ${at} of ${name} right?
    basis: fact
    objective: tell-the-meeting
    bloom: remember
    explanation: It is.
    facts: [A1]
    evidence:
      - lesson: first
        quote: ${quote}
    ${at === 0 ? first : STATEMENT}`,
  )
  return write(
    `quizzes/${name}.yaml`,
    `title: ${name}\nshort: ${name}\nsummary: Many.\nmodes: [test]\nminutes: 9\nquestions:\n${questions.join('')}`,
  )
}
const slot = (name: string) => `  - quiz: ${name}\n    slots: [[remember]]\n`

describe('a pool in which every kind is to be asked', () => {
  const pool = (count: number) => [
    quizOf('numbers', count, NUMBER, '23 members'),
    quizOf('words', count, WORD, 'The heads met in Paris.'),
    quizOf('statements', 1, STATEMENT, 'It counted ions.'),
    quiz(`draw:\n${slot('numbers')}${slot('words')}${slot('statements')}`),
  ]
  it('is good where one paper in four is', () => {
    expect(findings('draws', pool(2))).toEqual([])
  })
  it('is refused where one in four hundred is, since now and then a learner would find none', () => {
    expect(findings('draws', pool(20))).toMatchObject([{ file: FILE, path: 'draw' }])
  })
})

describe('a quiz that draws', () => {
  it('is good where papers can be drawn', () => {
    expect(findings('draws', [drawn('first', 'remember', 'remember')])).toEqual([])
  })
})
