import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KINDS, type Kind } from '@/lib/domain/question/kind'
import { publish } from '@/lib/domain/question/publish'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import { SEED, sample } from './samples'

const text = (question: AuthoredQuestion, seed = SEED) => JSON.stringify(publish(question, seed))

/** A value with each text as 'text', each code as 'code', and lists by their different entries. */
function shapeOf(value: unknown): unknown {
  if (typeof value === 'string') return /^[0-9a-f]{12}$/.test(value) ? 'code' : 'text'
  if (Array.isArray(value)) {
    const shapes = value.map((each) => JSON.stringify(shapeOf(each)))
    return [...new Set(shapes)].sort().map((shape) => JSON.parse(shape))
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shapeOf(each)]))
}

const coded = [{ id: 'code', text: 'text' }]
const faces: { [K in Kind]: unknown } = {
  'single-choice': { options: coded },
  'multiple-response': { options: coded },
  'true-false': { labels: { true: 'text', false: 'text' } },
  numeric: { unit: 'text', spellings: ['text'] },
  'short-text': {},
  matching: { rows: coded, choices: coded },
  ordering: { items: coded },
  cloze: { pieces: ['text', { id: 'code', options: coded }, { id: 'code', options: null }] },
}

/** Each kind with each of its other possible keys. */
const rekeyed: { [kind: string]: object[] } = {
  'single-choice': ['one', 'two', 'three', 'four', 'five'].map((word) => ({
    key: `canary-id-single-${word}`,
  })),
  'multiple-response': [['one'], ['four', 'five'], ['one', 'two', 'three', 'four', 'five']].map(
    (words) => ({ key: words.map((word) => `canary-id-multiple-${word}`) }),
  ),
  'true-false': [{ key: true }, { key: false }],
  numeric: [{ key: '1' }, { key: '123456.789' }],
  'short-text': [{ key: 'a' }, { key: 'a much longer key' }],
  matching: ['one', 'two', 'three', 'four'].map((word) => ({
    key: Object.fromEntries(
      ['a', 'b', 'c'].map((row) => [`canary-id-row-${row}`, `canary-id-choice-${word}`]),
    ),
  })),
  ordering: ['abcd', 'dcba', 'bdac'].map((order) => ({
    key: [...order].map((id) => `canary-id-item-${id}`),
  })),
  cloze: ['one', 'two', 'three'].map((word) => ({
    gaps: sample('cloze').gaps.map((gap) => ({
      ...gap,
      key: gap.input === 'chosen' ? `canary-id-gap-y-${word}` : word.repeat(3),
    })),
  })),
}

describe('what a learner sees before answering', () => {
  it.each(KINDS)('of %s is id, kind, prompt, points, rule and face, and nothing else', (kind) => {
    const seen = publish(sample(kind), SEED)
    expect(Object.keys(seen).sort()).toEqual(['face', 'id', 'kind', 'points', 'prompt', 'rule'])
    expect(seen).toMatchObject({
      id: `sample-${kind}`,
      kind,
      prompt: `A prompt of the kind ${kind}?`,
      points: 2,
    })
  })
  it.each(KINDS)('of %s has a face of these fields and no others', (kind) => {
    expect(shapeOf(publish(sample(kind), SEED).face)).toEqual(faces[kind])
  })
  it.each(KINDS)('of %s holds no key, feedback, explanation, note, evidence or fact', (kind) => {
    const question = sample(kind)
    const planted = JSON.stringify(question).match(/canary[^"]*|Z987|S98|987654\.5|0\.0625|55512/g)
    expect(planted?.length).toBeGreaterThan(6)
    const seen = text(question)
    for (const canary of planted ?? []) expect(seen).not.toContain(canary)
    expect(seen.toLowerCase()).not.toContain('canary')
  })
  it.each(KINDS)('of %s holds no authored id of an option, row, choice, item or gap', (kind) => {
    const question = sample(kind)
    const ids = JSON.stringify(question).match(/"id":"[^"]+"/g) ?? []
    const seen = text(question)
    for (const id of ids.slice(0))
      if (!id.includes(`sample-${kind}`)) expect(seen).not.toContain(id)
  })
  it.each(KINDS)('of %s holds no field that an author adds to what is known today', (kind) => {
    const question = { ...sample(kind), hint: 'canary hint', face: { key: 'canary face' } }
    expect(text(question)).not.toContain('canary')
  })
  it.each(KINDS)('of %s is the same for the same seed', (kind) => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(text(sample(kind), seed)).toBe(text(sample(kind), seed))
      }),
      { numRuns: 50 },
    )
  })
  it.each(KINDS)('of %s is of one length, whatever the key is', (kind) => {
    const variants = (rekeyed[kind] ?? []).map((changes) => sample(kind, changes))
    expect(variants.length).toBeGreaterThan(1)
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(new Set(variants.map((question) => text(question, seed).length)).size).toBe(1)
      }),
      { numRuns: 50 },
    )
  })
  it.each(KINDS.filter((kind) => kind !== 'ordering'))(
    'of %s is the very same, whatever the key is',
    (kind) => {
      const variants = (rekeyed[kind] ?? []).map((changes) => sample(kind, changes))
      expect(new Set(variants.map((question) => text(question))).size).toBe(1)
    },
  )
  it('of an order is never the right order', () => {
    const question = sample('ordering', {
      items: sample('ordering').items.slice(0, 3),
      key: rightOf3,
    })
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const seen = publish(question, seed)
        const words = JSON.stringify(seen).match(/item [abc]/g)
        expect(words).not.toEqual(['item b', 'item a', 'item c'])
        expect(words?.toSorted()).toEqual(['item a', 'item b', 'item c'])
      }),
      { numRuns: 500 },
    )
  })
  it('hides the same id behind another code in each attempt and each question', () => {
    const codes = (question: AuthoredQuestion, seed: string) =>
      text(question, seed).match(/[0-9a-f]{12}/g) ?? []
    const all = [
      ...codes(sample('single-choice'), 'one'),
      ...codes(sample('single-choice'), 'two'),
      ...codes(sample('single-choice', { id: 'other' }), 'one'),
    ]
    expect(all).toHaveLength(15)
    expect(new Set(all).size).toBe(15)
  })
})

const rightOf3 = ['b', 'a', 'c'].map((id) => `canary-id-item-${id}`)
