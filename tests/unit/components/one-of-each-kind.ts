import { publish, type StoredResponse } from '@/lib/domain/question/publish'
import { type AuthoredQuestion, questionSchema } from '@/lib/domain/question/question'

const author = (id: string, own: object): AuthoredQuestion =>
  questionSchema.parse({
    id,
    title: id,
    prompt: 'What is asked?',
    basis: 'article',
    objective: 'objective',
    bloom: 'remember',
    explanation: 'Why it is so.',
    evidence: [{ lesson: 'lesson', quote: 'the sentence' }],
    ...own,
  })
const options = (...ids: string[]) =>
  ids.map((id) => ({ id, text: `Text of ${id}`, feedback: `Why not ${id}` }))

/** A question of each kind with an answer that is partly or wholly wrong, in the seed's codes. */
export function oneOfEachKind(
  seed: string,
): { question: AuthoredQuestion; answer: StoredResponse }[] {
  const single = author('single', { kind: 'single-choice', options: options('a', 'b'), key: 'a' })
  const several = author('several', {
    kind: 'multiple-response',
    options: options('a', 'b', 'c'),
    key: ['a', 'b'],
  })
  const matching = author('matching', {
    kind: 'matching',
    rows: options('a', 'b').map(({ id, text }) => ({ id, text })),
    choices: options('x', 'y', 'z'),
    key: { a: 'x', b: 'y' },
  })
  const ordering = author('ordering', {
    kind: 'ordering',
    items: ['a', 'b', 'c'].map((id) => ({ id, text: `Text of ${id}`, note: 'noted' })),
    key: ['a', 'b', 'c'],
  })
  const cloze = author('cloze', {
    kind: 'cloze',
    text: 'From {place} to {goal}.',
    gaps: [
      { id: 'place', input: 'typed', key: 'Paris', feedback: 'Look again.' },
      { id: 'goal', input: 'chosen', options: options('moon', 'mars'), key: 'moon' },
    ],
  })
  const choices = (question: AuthoredQuestion) => {
    const { face } = publish(question, seed)
    return 'options' in face ? face.options.map(({ id }) => id) : []
  }
  return [
    { question: single, answer: choices(single)[1] ?? '' },
    { question: several, answer: choices(several).slice(0, 2) },
    {
      question: author('statement', { kind: 'true-false', key: true, feedback: 'It is.' }),
      answer: 'false',
    },
    {
      question: author('number', {
        kind: 'numeric',
        key: 5,
        tolerance: 0,
        unit: 'km',
        feedback: 'Look again.',
      }),
      answer: '5,5 km',
    },
    {
      question: author('words', { kind: 'short-text', key: 'Smile', feedback: 'Look again.' }),
      answer: 'Frown',
    },
    { question: matching, answer: matchingAnswer(matching, seed) },
    { question: ordering, answer: orderingAnswer(ordering, seed) },
    { question: cloze, answer: clozeAnswer(cloze, seed) },
  ]
}

function matchingAnswer(question: AuthoredQuestion, seed: string): StoredResponse {
  const { face } = publish(question, seed)
  if (!('rows' in face)) throw new Error('This is no matching question')
  return { [face.rows[0]?.id ?? '']: face.choices[2]?.id ?? '' }
}
function orderingAnswer(question: AuthoredQuestion, seed: string): StoredResponse {
  const { face } = publish(question, seed)
  if (!('items' in face)) throw new Error('This is no ordering question')
  return face.items.map(({ id }) => id).reverse()
}
function clozeAnswer(question: AuthoredQuestion, seed: string): StoredResponse {
  const { face } = publish(question, seed)
  if (!('pieces' in face)) throw new Error('This is no cloze question')
  const gaps = face.pieces.filter((piece) => typeof piece !== 'string')
  return Object.fromEntries(gaps.map(({ id, options: own }) => [id, own?.[0]?.id ?? 'Rome']))
}
