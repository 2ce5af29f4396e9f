import { describe, expect, it } from 'vitest'
import { citationsByFact, lessonsByTerm } from '@/lib/domain/citations'
import { termsMatching } from '@/lib/domain/glossary'
import { lix, readabilityOf } from '@/lib/domain/readability'
import { readSample } from '@/tests/content/support'
import { the } from '@/tests/support/the'

const sample = () => the(readSample().course)

describe('what rests on a fact', () => {
  it('is named with the first sentence that cites it, the figures and the quizzes', () => {
    const course = sample()
    const cited = the(citationsByFact(course).get('A1'))
    const [lesson] = cited.lessons
    expect(lesson).toMatchObject({ slug: 'first', short: 'First', times: 1 })
    const sentence = the(course.lessons[0])
      .sections.flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.type === 'paragraph' ? block.sentences : []))
      .find(({ id }) => id === lesson?.sentenceId)
    expect(JSON.stringify(sentence)).toContain('memorandum')
    expect(cited.figures).toEqual([{ id: 'timeline', title: 'When they met', lesson: 'first' }])
    expect(cited.quizzes).toEqual([{ slug: 'practice', title: 'Practice', questions: 4 }])
    expect(cited.events).toEqual([])
  })
  it('is known of every fact, and of a fact that nothing cites it is nothing', () => {
    const course = { ...sample(), lessons: [], quizzes: [] }
    expect([...citationsByFact(course)]).toEqual(
      ['A1', 'A2'].map((id) => [id, { lessons: [], figures: [], quizzes: [], events: [] }]),
    )
  })
})

describe('a term', () => {
  it('leads to the lessons that mark it', () => {
    const found = lessonsByTerm(sample().lessons).get('memorandum-of-understanding')
    expect(found?.map(({ slug, times }) => [slug, times])).toEqual([['first', 1]])
  })
  it('is found in any of its languages, whatever its accents and capitals, by alphabet', () => {
    const term = (id: string, more: object) => ({ id, term: id, definition: 'It is.', ...more })
    const terms = [
      term('tracking', { fr: 'poursuite' }),
      term('Telemetry', { zh: '遥测', fr: 'télémesure' }),
    ]
    const found = (query: string) => termsMatching(terms, query).map(({ id }) => id)
    expect(found('')).toEqual(['Telemetry', 'tracking'])
    expect(found('TELEMESURE')).toEqual(['Telemetry'])
    expect(found('测')).toEqual(['Telemetry'])
    expect(found('poursuite')).toEqual(['tracking'])
    expect(found('elsewhere')).toEqual([])
  })
  it.each(['xray', 'x-ray', 'X RAY', 'x  rays', 'the wide', 'wide'])(
    'is found whatever sign joins its words: %s',
    (query) => {
      const terms = [{ id: 'x-rays', term: 'X-rays', definition: 'Seen by the “wide” field.' }]
      expect(termsMatching(terms, query)).toHaveLength(1)
    },
  )
  it.each(['—', '%', 'ethe', 'raysseen'])('is not found by what is no word of it: %s', (query) => {
    const terms = [{ id: 'x-rays', term: 'X-rays', definition: 'Seen by the “wide” field.' }]
    expect(termsMatching(terms, query)).toEqual([])
  })
})

describe('the readability of a lesson', () => {
  it('is words per sentence plus the percentage of words over six letters', () => {
    // Eight words in two sentences, two of them long: 4 + 25.
    expect(lix(['The satellite is high.', 'It measures the wind.'])).toBe(29)
    expect(lix([])).toBe(0)
    expect(lix(['…'])).toBe(0)
  })
  it('is told as a number and in words', () => {
    expect(readabilityOf(the(sample().lessons[1]))).toEqual({ lix: 5, reading: 'very easy' })
  })
})
