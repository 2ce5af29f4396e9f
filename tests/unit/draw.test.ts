import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawQuestions, paperOf } from '@/lib/domain/draw'
import type { Passage } from '@/lib/domain/lesson'
import type { Kind } from '@/lib/domain/question/kind'
import type { QuizVersion } from '@/lib/domain/quiz'
import { picker } from '@/lib/domain/seed'
import { versionOf } from '@/tests/support/versions'
import { sample } from '@/tests/unit/question/samples'

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

/** Questions by id with their kind and the sentence that answers each. */
const pool = (
  questions: Record<string, [Kind, string]>,
  draw: string[][],
  changes: Partial<QuizVersion> = {},
) =>
  versionOf(
    Object.entries(questions).map(([id, [kind]]) => sample(kind, { id })),
    {
      draw,
      passages: Object.fromEntries(
        Object.entries(questions).map(([id, [, sentence]]) => [id, [passage(sentence)]]),
      ),
      ...changes,
    },
  )

const mixed = pool(
  {
    a1: ['true-false', 's1'],
    a2: ['numeric', 's2'],
    a3: ['true-false', 's3'],
    b1: ['true-false', 's1'],
    b2: ['numeric', 's4'],
    b3: ['true-false', 's5'],
    c1: ['short-text', 's6'],
    c2: ['true-false', 's7'],
  },
  [
    ['a1', 'a2', 'a3'],
    ['b1', 'b2', 'b3'],
    ['c1', 'c2'],
  ],
)
const seeds = fc.string({ minLength: 1, maxLength: 40 })
const idsOf = (version: QuizVersion, seed: string) =>
  drawQuestions(version, seed)?.map(({ id }) => id)

describe('the questions of an attempt', () => {
  it('are all questions of a quiz that draws nothing', () => {
    const version = pool({ a1: ['true-false', 's1'], a2: ['numeric', 's1'] }, [])
    expect(idsOf(version, 'any')).toEqual(['a1', 'a2'])
  })
  it('are one of each slot, in the order of the slots', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const ids = idsOf(mixed, seed) ?? []
        expect(ids.map((id) => id.charAt(0))).toEqual(['a', 'b', 'c'])
      }),
    )
  })
  it('never have the same evidence twice, and show every kind that the pool has', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const questions = drawQuestions(mixed, seed) ?? []
        const sentences = questions.map(({ id }) => mixed.passages[id]?.[0]?.sentenceId)
        expect(new Set(sentences).size).toBe(3)
        expect(new Set(questions.map(({ kind }) => kind)).size).toBe(3)
      }),
    )
  })
  it('never rest on the same sentence of the source twice, in versions that keep those apart', () => {
    const version = pool(
      { a1: ['true-false', 's1'], b1: ['true-false', 's2'], b2: ['true-false', 's3'] },
      [['a1'], ['b1', 'b2']],
    )
    const source = { a1: ['S01'], b1: ['S01', 'S02'], b2: ['S03'] }
    const cited = version.questions.map((question) => ({
      ...question,
      sentences: source[question.id as keyof typeof source],
    }))
    const papers = (apart: QuizVersion['apart']) =>
      new Set(
        Array.from({ length: 40 }, (_, seed) =>
          String(idsOf({ ...version, questions: cited, apart }, `seed-${seed}`)),
        ),
      )
    expect(papers('sentences')).toEqual(new Set(['a1,b2']))
    expect(papers('passages')).toEqual(new Set(['a1,b1', 'a1,b2']))
  })
  it('come out the same for the same seed, and differ between seeds', () => {
    const papers = Array.from({ length: 60 }, (_, seed) => String(idsOf(mixed, `seed-${seed}`)))
    const again = Array.from({ length: 60 }, (_, seed) => String(idsOf(mixed, `seed-${seed}`)))
    expect(again).toEqual(papers)
    // a1+b2, a2+b1, a2+b3, a3+b2, each with c1: the four papers that are good.
    expect([...new Set(papers)].sort()).toEqual(['a1,b2,c1', 'a2,b1,c1', 'a2,b3,c1', 'a3,b2,c1'])
  })
  it('are every good paper about equally often', () => {
    const counts = new Map<string, number>()
    const trials = 4000
    for (let seed = 0; seed < trials; seed++) {
      const paper = String(idsOf(mixed, `fair-${seed}`))
      counts.set(paper, (counts.get(paper) ?? 0) + 1)
    }
    // Four papers: 1000 each, standard deviation 27; five of these are one miss in a million.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(137)
  })
  it('are none where no good paper exists, and then there is no paper', () => {
    const twice = pool({ a1: ['true-false', 's1'], b1: ['numeric', 's1'] }, [['a1'], ['b1']])
    expect(drawQuestions(twice, 'seed')).toBeNull()
    expect(() => paperOf(twice, 'seed')).toThrow(/No paper can be drawn/)
    const same = pool({ a1: ['true-false', 's1'] }, [['a1'], ['a1']])
    expect(drawQuestions(same, 'seed')).toBeNull()
  })
  it('are what an attempt’s version holds, and nothing else of it changes', () => {
    const paper = paperOf(mixed, 'seed')
    expect(paper).toEqual({ ...mixed, questions: drawQuestions(mixed, 'seed') })
  })
})

describe('the numbers that a seed decides', () => {
  it('are pinned, so that papers under way stay as they are', () => {
    const pick = picker('pinned')
    expect(Array.from({ length: 10 }, () => pick(100))).toMatchInlineSnapshot(`
      [
        55,
        0,
        27,
        85,
        75,
        67,
        43,
        36,
        77,
        6,
      ]
    `)
  })
  it('are below what is asked for, and all of them come', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 50 }), (seed, below) => {
        const pick = picker(seed)
        const picked = Array.from({ length: 40 }, () => pick(below))
        expect(picked.every((each) => Number.isInteger(each) && each >= 0 && each < below)).toBe(
          true,
        )
      }),
    )
    const pick = picker('all')
    expect(new Set(Array.from({ length: 200 }, () => pick(7))).size).toBe(7)
  })
})
