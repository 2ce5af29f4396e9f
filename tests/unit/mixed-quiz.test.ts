import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LEVELS, type Level } from '@/lib/domain/mastery'
import { chooseMixed, waitingForMixed } from '@/lib/domain/mixed-quiz'
import { the } from '@/tests/support/the'
import { versionOf } from '@/tests/support/versions'
import { sample } from './question/samples'

/** Three lessons of three objectives each, with three questions on every objective. */
const lessons = ['a', 'b', 'c'].map((lesson) => ({
  objectives: ['1', '2', '3'].map((number) => ({ id: `${lesson}${number}` })),
}))
const objectives = lessons.flatMap((lesson) => lesson.objectives.map(({ id }) => id))
const questions = objectives.flatMap((objective) =>
  ['x', 'y', 'z'].map((mark) =>
    sample('true-false', {
      id: `${objective}${mark}`,
      objective,
      title: `${objective}${mark}`,
      points: 1,
      sentences: [],
    }),
  ),
)
const pool = versionOf(questions)
const lessonOf = (questionId: string) => questionId[0]
const objectiveOf = (questionId: string) => questionId.slice(0, 2)

const anyLevels = fc
  .tuple(...objectives.map((id) => fc.tuple(fc.constant(id), fc.constantFrom<Level>(...LEVELS))))
  .map((pairs) => new Map(pairs))
const seeds = fc.string({ minLength: 1, maxLength: 20 })
const levels = (...pairs: [string, Level][]) => new Map(pairs)

describe('a mixed quiz', () => {
  it.each([
    [levels(), 0],
    [levels(['a1', 'proficient'], ['a2', 'familiar'], ['a3', 'familiar']), 0],
    [levels(['a1', 'proficient'], ['b1', 'familiar']), 0],
    [levels(['a1', 'familiar'], ['a2', 'familiar'], ['b1', 'familiar']), 0],
    [levels(['a1', 'proficient'], ['a2', 'familiar'], ['b1', 'familiar']), 1],
    [levels(['a1', 'proficient'], ['b2', 'proficient'], ['c1', 'mastered']), 2],
  ])('waits for %s with %i', (known, count) => {
    expect(waitingForMixed(lessons, known)).toBe(count)
  })

  it('is there exactly where something waits for it, of two lessons at least and eight questions at most', () => {
    fc.assert(
      fc.property(anyLevels, seeds, (known, seed) => {
        const ids = chooseMixed(pool, lessons, known, seed)
        expect(ids !== null).toBe(waitingForMixed(lessons, known) > 0)
        if (!ids) return
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids.length).toBeLessThanOrEqual(8)
        expect(new Set(ids.map(lessonOf)).size).toBeGreaterThanOrEqual(2)
        for (const id of ids)
          expect(['familiar', 'proficient', 'mastered']).toContain(known.get(objectiveOf(id)))
      }),
      { numRuns: 500 },
    )
  })

  it('asks what waits at Proficient first', () => {
    fc.assert(
      fc.property(anyLevels, seeds, (known, seed) => {
        const ids = chooseMixed(pool, lessons, known, seed)
        if (!ids) return
        const asked = [...new Set(ids.map(objectiveOf))]
        const waiting = objectives.filter((id) => known.get(id) === 'proficient')
        const left = waiting.filter((id) => !asked.includes(id))
        // Something else is asked while one waits only to make up a second lesson.
        const others = asked.filter((id) => known.get(id) !== 'proficient')
        if (left.length > 0) expect(others.length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 500 },
    )
  })

  it('is the same for the same seed, and another one for another', () => {
    const known = new Map(objectives.map((id) => [id, 'proficient' as Level]))
    const papers = Array.from({ length: 8 }, (_, at) =>
      chooseMixed(pool, lessons, known, `seed ${at}`),
    )
    expect(chooseMixed(pool, lessons, known, 'seed 0')).toEqual(papers[0])
    expect(new Set(papers.map((paper) => the(paper).join())).size).toBeGreaterThan(5)
  })
})
