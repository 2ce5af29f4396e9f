import type { Kind } from '@/lib/domain/question/kind'
import { type PublishedQuestion, publish, type StoredResponse } from '@/lib/domain/question/publish'
import {
  type Authored,
  type AuthoredQuestion,
  questionSchema,
} from '@/lib/domain/question/question'

export const SEED = 'a seed of the tests'

/** What every sample has beside its kind; each field that learners must not see bears a canary. */
const common = (kind: Kind) => ({
  id: `sample-${kind}`,
  title: `Sample ${kind}`,
  prompt: `A prompt of the kind ${kind}?`,
  points: 2,
  basis: 'fact',
  objective: 'canary-objective',
  bloom: 'remember',
  explanation: `canary explanation ${kind}`,
  facts: ['Z987'],
  sentences: ['S98'],
  evidence: [{ lesson: 'canary-lesson', quote: `canary quote ${kind}` }],
})
const options = (prefix: string) =>
  ['one', 'two', 'three', 'four', 'five'].map((word) => ({
    id: `canary-id-${prefix.replace(' ', '-')}-${word}`,
    text: `${prefix} ${word}`,
    feedback: `canary feedback ${prefix} ${word}`,
  }))
const typed = (prefix: string) => ({
  key: `canary key ${prefix}`,
  accept: [`canary accept ${prefix}`],
  wrong: [{ answers: [`canary wrong ${prefix}`], feedback: `canary reason ${prefix}` }],
  feedback: `canary feedback ${prefix}`,
})

const authored: { [K in Kind]: object } = {
  'single-choice': { options: options('single'), key: 'canary-id-single-two' },
  'multiple-response': {
    options: options('multiple'),
    key: ['canary-id-multiple-one', 'canary-id-multiple-two', 'canary-id-multiple-three'],
  },
  'true-false': { key: true, feedback: 'canary feedback true-false' },
  numeric: {
    key: '987654.5',
    tolerance: '0.0625',
    unit: 'km',
    spellings: ['kilometres'],
    wrong: [{ value: '55512', feedback: 'canary feedback known number' }],
    feedback: 'canary feedback number',
  },
  'short-text': typed('short'),
  matching: {
    rows: ['a', 'b', 'c'].map((id) => ({ id: `canary-id-row-${id}`, text: `row ${id}` })),
    choices: options('choice').slice(0, 4),
    key: {
      'canary-id-row-a': 'canary-id-choice-three',
      'canary-id-row-b': 'canary-id-choice-one',
      'canary-id-row-c': 'canary-id-choice-two',
    },
  },
  ordering: {
    items: ['a', 'b', 'c', 'd'].map((id) => ({
      id: `canary-id-item-${id}`,
      text: `item ${id}`,
      note: `canary note ${id}`,
    })),
    key: ['c', 'a', 'd', 'b'].map((id) => `canary-id-item-${id}`),
  },
  cloze: {
    text: 'First {canary-id-gap-x}, then {canary-id-gap-y}, at last {canary-id-gap-z}.',
    gaps: [
      { id: 'canary-id-gap-x', input: 'typed', ...typed('gap x') },
      {
        id: 'canary-id-gap-y',
        input: 'chosen',
        options: options('gap y').slice(0, 3),
        key: 'canary-id-gap-y-two',
      },
      { id: 'canary-id-gap-z', input: 'typed', ...typed('gap z') },
    ],
  },
}

/** One question of a kind, as the schema reads it. */
export function sample<K extends Kind>(kind: K, changes: object = {}): Authored<K> {
  return questionSchema.parse({
    ...common(kind),
    ...authored[kind],
    ...changes,
    kind,
  }) as Authored<K>
}

type Coded = { id: string; text: string }
const isCoded = (value: unknown): value is Coded =>
  typeof value === 'object' && value !== null && 'id' in value && 'text' in value

function codedIn(value: unknown): Coded[] {
  if (typeof value !== 'object' || value === null) return []
  return [...(isCoded(value) ? [value] : []), ...Object.values(value).flatMap(codedIn)]
}

/** The code that stands for the option, row, choice or item with these words. */
export function codeFor(question: AuthoredQuestion, text: string, seed = SEED): string {
  const found = codedIn(publish(question, seed).face).find((each) => each.text === text)
  if (!found) throw new Error(`The learner does not see “${text}”.`)
  return found.id
}

/** The codes of a cloze's gaps in the order of its text. */
export const gapCodes = (question: Authored<'cloze'>, seed = SEED): string[] => {
  const { face } = publish(question, seed) as PublishedQuestion<'cloze'>
  return face.pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.id]))
}

const keys: { [K in Kind]: (question: Authored<K>, seed: string) => StoredResponse } = {
  'single-choice': (question, seed) => codeFor(question, 'single two', seed),
  'multiple-response': (question, seed) =>
    ['one', 'two', 'three'].map((word) => codeFor(question, `multiple ${word}`, seed)),
  'true-false': () => 'true',
  numeric: () => '987 654,5 km',
  'short-text': () => 'Canary Key SHORT',
  matching: (question, seed) => ({
    [codeFor(question, 'row a', seed)]: codeFor(question, 'choice three', seed),
    [codeFor(question, 'row b', seed)]: codeFor(question, 'choice one', seed),
    [codeFor(question, 'row c', seed)]: codeFor(question, 'choice two', seed),
  }),
  ordering: (question, seed) =>
    ['c', 'a', 'd', 'b'].map((id) => codeFor(question, `item ${id}`, seed)),
  cloze: (question, seed) => {
    const [x = '', y = '', z = ''] = gapCodes(question, seed)
    return {
      [x]: 'canary key gap x',
      [y]: codeFor(question, 'gap y two', seed),
      [z]: 'canary accept gap z',
    }
  },
}

/** The whole right answer of a sample, in the codes of its learner. */
export const rightAnswer = (question: AuthoredQuestion, seed = SEED): StoredResponse =>
  (keys[question.kind] as (question: AuthoredQuestion, seed: string) => StoredResponse)(
    question,
    seed,
  )
