import { describe, expect, it } from 'vitest'
import { keyOf, type LockedId, mergeLock, printLock, readLock } from '@/lib/content/id-lock'
import { edit, findings, ruleTable, sampleLock } from '@/tests/content/support'

const LOCK = 'content/ids.lock'
const quiz = 'quizzes/first.yaml'
const said = (path: string, message: string) => ({ file: LOCK, path, on: null, message })

ruleTable('ids-locked', 'an id never vanishes, is never reused and never changes its meaning', [
  [
    'an id that was taken away',
    [edit(quiz, '  - id: members\n', '  - id: count\n')],
    [
      said(
        'question members',
        'The question “members” is gone. Put it back, or write “retired ” before its line here.',
      ),
      said('sample', '1 id is not locked yet: question count. Run: npm run content:ids'),
    ],
  ],
  [
    'an option that was given to another answer',
    [edit(quiz, 'text: In Bern', 'text: Somewhere else')],
    [
      said(
        'choice place/options/bern',
        'The choice “place/options/bern” was “In Bern” and is now “Somewhere else”. Give something new an id of its own; if it is still the same, run: npm run content:ids -- --same "sample choice place/options/bern"',
      ),
    ],
  ],
  [
    'a question that was given to another topic',
    [edit(quiz, 'title: Members', 'title: Budget')],
    [
      said(
        'question members',
        'The question “members” was “Members” and is now “Budget”. Give something new an id of its own; if it is still the same, run: npm run content:ids -- --same "sample question members"',
      ),
    ],
  ],
  [
    'a fact that says something else',
    [edit('facts.yaml', 'The heads met in 2023.', 'Rockets burn hydrogen.')],
    [
      said(
        'fact A1',
        'The fact “A1” was “The heads met in 2023.” and is now “Rockets burn hydrogen.”. Give something new an id of its own; if it is still the same, run: npm run content:ids -- --same "sample fact A1"',
      ),
    ],
  ],
])

const changed = (key: string, change: Partial<LockedId>) =>
  sampleLock().map((entry) => (keyOf(entry) === key ? { ...entry, ...change } : entry))

describe('an id of the lock', () => {
  it('stays out of use once it was retired', () => {
    expect(findings('ids-locked', [], changed('question place', { isRetired: true }))).toEqual([
      said(
        'question place',
        'The question “place” was taken out of use. Give what is new an id of its own.',
      ),
    ])
  })
  it('may be missing once it was retired', () => {
    const gone: LockedId = {
      course: 'sample',
      noun: 'question',
      id: 'old',
      words: 'numeric: Old',
      isRetired: true,
    }
    expect(findings('ids-locked', [], [...sampleLock(), gone])).toEqual([])
  })
  it('never changes its kind of question', () => {
    const lock = changed('question members', { words: 'short-text: Members' })
    expect(findings('ids-locked', [], lock)).toEqual([
      said(
        'question members',
        'The question “members” was of the kind short-text and is now numeric: answers that were given no longer fit. Give it a new id.',
      ),
    ])
  })
  const fact = (words: string) => changed('fact A1', { words })
  it.each([
    ['says no where it said yes', 'The heads have not met in 2023.'],
    ['gives another number', 'The heads met in 2017.'],
    ['says no once more', 'Nobody met in 2023.'],
    ['shares nothing but small words', 'In 2023 the craft was in the sky.'],
  ])('is another one where it now %s', (_what, before) => {
    expect(findings('ids-locked', [], fact(before))).toMatchObject([{ path: 'fact A1' }])
  })
  it.each([
    ['The orbit is 121,000 km high.', 'The orbit is 5,000 km high.'],
    ['It brought 1.731 kg of soil.', 'It brought 1.935 kg of soil.'],
    ['The probe can land there.', 'The probe cannot land there.'],
    ['Everybody was there.', 'Nobody was there.'],
  ])('is another one: “%s” is not “%s”', (before, now) => {
    const change = edit('facts.yaml', 'The heads met in 2023.', now)
    expect(findings('ids-locked', [change], fact(before))).toMatchObject([{ path: 'fact A1' }])
  })
  it('may have its words mended', () => {
    const mended = edit('facts.yaml', 'The heads met in 2023.', 'The two heads met in May 2023.')
    expect(findings('ids-locked', [mended])).toEqual([])
  })
})

describe('the lock as a file', () => {
  it('reads back as it was printed, in the order of its lines', () => {
    const { ids, problems } = readLock(printLock(sampleLock().reverse()))
    expect(problems).toEqual([])
    expect(printLock(ids ?? [])).toBe(printLock(sampleLock()))
    expect(new Set(ids?.map(keyOf))).toEqual(new Set(sampleLock().map(keyOf)))
  })
  it('is a problem where a line cannot be read, and then nothing is held against it', () => {
    const { ids, problems } = readLock(`${printLock(sampleLock())}<<<<<<< ours\n`)
    expect(ids).toBeNull()
    expect(problems).toMatchObject([
      { file: LOCK, message: expect.stringMatching(/cannot be read/) },
    ])
  })
  it('takes up new ids, and new words only where they were declared the same', () => {
    const [first, ...others] = sampleLock()
    const before = others.map((entry) => ({ ...entry, words: 'Before' }))
    const same = others.slice(0, 1).map((entry) => `${entry.course} ${keyOf(entry)}`)
    const merged = mergeLock(before, sampleLock(), same)
    expect(merged.at(-1)).toEqual(first)
    expect(merged[0]).toEqual(others[0])
    expect(merged[1]?.words).toBe('Before')
  })
  it('locks an id once, however often it stands in the files', () => {
    const [first, ...others] = sampleLock()
    if (!first) throw new Error('The sample has ids')
    const merged = mergeLock(others, [...sampleLock(), { ...first, words: 'Again' }], [])
    expect(merged.filter((entry) => keyOf(entry) === keyOf(first))).toHaveLength(1)
  })
})
