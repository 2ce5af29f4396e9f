import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawSome, paperOf } from '@/lib/domain/draw'
import type { Passage } from '@/lib/domain/lesson'
import { statements, versionOf } from '@/tests/support/versions'

const passage = (sentenceId: string): Passage => ({
  lesson: 'one',
  lessonTitle: 'One',
  articleSentence: null,
  section: 'A section',
  sentenceId,
  before: '',
  sentence: '',
  after: '',
  quote: '',
})
const MOST = 12
const plain = versionOf(statements(MOST))
const ids = plain.questions.map(({ id }) => id)
const asked = (seed: string, count: number | null, version = plain, isShuffled = false) =>
  paperOf(version, seed, isShuffled, count).questions.map(({ id }) => id)
const seeds = fc.string({ minLength: 1, maxLength: 32 })

describe('some of all questions', () => {
  it('are as many as were asked for, all different, in the order of the quiz, the same each time', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: MOST + 3 }), (seed, count) => {
        const drawn = asked(seed, count)
        expect(drawn).toHaveLength(Math.min(count, MOST))
        expect(drawn).toEqual(ids.filter((id) => drawn.includes(id)))
        expect(asked(seed, count)).toEqual(drawn)
        expect(asked(seed, count, plain, true).toSorted()).toEqual(drawn.toSorted())
      }),
    )
  })

  it('are all of them where nothing was said', () => {
    expect(asked('seed', null)).toEqual(ids)
  })

  it('reach every question about equally often', () => {
    const counts = new Map(ids.map((id) => [id, 0]))
    for (let n = 0; n < 1200; n++)
      for (const id of asked(`seed ${n}`, 3)) counts.set(id, (counts.get(id) ?? 0) + 1)
    // 300 are expected of each, with a standard deviation of 15.
    for (const count of counts.values()) expect(Math.abs(count - 300)).toBeLessThan(75)
  })

  it('are never two that the same sentence answers while others are left, and still reach each', () => {
    const sentences = ['s1', 's1', 's1', 's2', 's2', 's3']
    const version = versionOf(statements(6), {
      passages: Object.fromEntries(
        sentences.map((sentence, place) => [`q${place + 1}`, [passage(sentence)]]),
      ),
    })
    const sentenceOf = (id: string) => sentences[Number(id.slice(1)) - 1]
    const met = new Set<string>()
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 6 }), (seed, count) => {
        const drawn = asked(seed, count, version)
        for (const id of drawn) met.add(id)
        expect(new Set(drawn.map(sentenceOf)).size).toBe(Math.min(count, 3))
        expect(new Set(drawn).size).toBe(count)
      }),
    )
    expect([...met].sort()).toEqual(['q1', 'q2', 'q3', 'q4', 'q5', 'q6'])
  })

  it('are drawn from the paper where a quiz has slots', () => {
    const version = versionOf(statements(4), {
      draw: [
        ['q1', 'q2'],
        ['q3', 'q4'],
      ],
    })
    fc.assert(
      fc.property(seeds, (seed) => {
        const paper = paperOf(version, seed).questions
        const drawn = drawSome(paper, version, seed, 1)
        expect(drawn).toHaveLength(1)
        expect(paper).toEqual(expect.arrayContaining(drawn))
      }),
    )
  })
})
