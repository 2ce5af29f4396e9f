import { describe, expect, it } from 'vitest'
import { edit, type Found, problemsAfter, readSample, remove, write } from '@/tests/content/support'

const quiz = 'quizzes/first.yaml'
const one = (file: string, path: string, on: string | null, message: string): Found[] => [
  { file, path, on, message },
]

describe('a course without a fault', () => {
  it('has no problem at all', () => {
    expect(problemsAfter()).toEqual([])
  })
  it('holds its lessons in the order of course.yaml and not of the alphabet', () => {
    const order = (edits: Parameters<typeof readSample>[0]) =>
      readSample(edits).course?.lessons.map(({ slug }) => slug)
    expect(order([])).toEqual(['first', 'second'])
    expect(order([edit('course.yaml', '[first, second]', '[second, first]')])).toEqual([
      'second',
      'first',
    ])
  })
  it('holds its quizzes, facts and terms', () => {
    const { course } = readSample()
    expect(course?.quizzes.map(({ slug }) => slug)).toEqual(['first', 'practice'])
    expect(course?.facts.map(({ id }) => id)).toEqual(['A1', 'A2'])
    expect(course?.terms.map(({ id }) => id)).toEqual(['memorandum-of-understanding'])
    expect(course).not.toHaveProperty('files')
  })
})

describe('a date that the calendar does not have', () => {
  const event = (date: string) =>
    write(
      'timeline.yaml',
      `events:\n  - id: landing\n    date: '${date}'\n    title: It lands\n    text: The craft lands.\n    facts: [A1]\n    lessons: [first]\n`,
    )
  it.each(['2026-13-01', '2026-00-10', '2026-02-31', '2026-13'])('%s is a problem', (date) => {
    expect(problemsAfter(event(date))).toMatchObject([
      { file: 'timeline.yaml', message: expect.stringMatching(/^The calendar has no such date\./) },
    ])
    expect(problemsAfter(edit('facts.yaml', 'asOf: 2026-11-22', `asOf: '${date}'`))).toHaveLength(1)
  })
  it.each(['2024', '2024-02', '2024-02-29'])('%s is none', (date) => {
    expect(problemsAfter(event(date))).toEqual([])
  })
})

describe('YAML that cannot be read', () => {
  it.each([
    [
      'a bracket that is not closed',
      edit(quiz, 'modes: [practice, test]', 'modes: [practice, test'),
      'minutes: 5',
    ],
    ['a tab', edit(quiz, 'minutes: 5', '\tminutes: 5'), '\tminutes: 5'.trim()],
    ['a field that stands twice', edit(quiz, 'minutes: 5', 'minutes: 5\nminutes: 6'), 'minutes: 6'],
    [
      'a colon in a text',
      edit(quiz, 'summary: It asks', 'summary: It asks: why'),
      'summary: It asks: why about the meeting.',
    ],
    ['a star that begins a text', edit(quiz, 'short: First', 'short: *first'), 'short: *first'],
    ['an ampersand that does', edit(quiz, 'short: First', 'short: &x First'), 'short: &x First'],
  ])('%s is a problem of that line and of no other file', (_name, change, on) => {
    const problems = problemsAfter(change)
    expect(problems.length).toBeGreaterThan(0)
    expect(new Set(problems.map(({ file }) => file))).toEqual(new Set([quiz]))
    expect(problems.map((problem) => problem.on)).toContain(on)
  })
  it('an empty file is a problem', () => {
    expect(problemsAfter(write('facts.yaml', ''))).toMatchObject([
      { file: 'facts.yaml', message: 'The file is empty.' },
    ])
  })
  it('a file that repeats itself without end is a problem and does not hang', () => {
    const lines = Array.from(
      { length: 30 },
      (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}, *a${at}, *a${at}]`,
    )
    const bomb = `a0: &a0 [x]\n${lines.join('\n')}\n`
    expect(problemsAfter(write('glossary.yaml', bomb))[0]?.message).toBe(
      'A text that begins with * or & stands in quotation marks; YAML would read a reference.',
    )
  })
})

describe('a field', () => {
  it('that is unknown is named with the one that was probably meant', () => {
    expect(problemsAfter(edit(quiz, 'modes:', 'perpage: 3\nmodes:'))).toEqual(
      one(
        quiz,
        'perpage',
        'perpage: 3',
        'The field “perpage” is not known here. Did you mean “perPage”?',
      ),
    )
  })
  it('that is unknown and like none is named with those that are known', () => {
    expect(problemsAfter(edit('glossary.yaml', 'terms:', 'colour: red\nterms:'))).toEqual(
      one(
        'glossary.yaml',
        'colour',
        'colour: red',
        'The field “colour” is not known here. Known here: terms.',
      ),
    )
  })
  it('that is unknown deep in a question stands with its path, by ids', () => {
    const change = edit(quiz, '        feedback: Bern', '        feedbak: Bern')
    expect(problemsAfter(change)).toContainEqual({
      file: quiz,
      path: 'questions.place.options.bern.feedbak',
      on: 'feedbak: Bern comes in the second lesson.',
      message: 'The field “feedbak” is not known here. Did you mean “feedback”?',
    })
  })
  it('that is missing is told with what belongs there', () => {
    expect(problemsAfter(edit(quiz, '    explanation: It has 23.\n', ''))).toEqual(
      one(
        quiz,
        'questions.members.explanation',
        '- id: members',
        'This field is missing. What belongs here: Why the right answer is right, for everybody, after answering.',
      ),
    )
  })
  it('of the wrong shape is told with what stands there', () => {
    expect(problemsAfter(edit(quiz, 'minutes: 5', 'minutes: five'))).toEqual(
      one(
        quiz,
        'minutes',
        'minutes: five',
        'Here belongs a number, but “five” stands here. What belongs here: About how long it takes, as told to learners.',
      ),
    )
  })
  it('with an unknown word is told with the known ones', () => {
    expect(problemsAfter(edit(quiz, 'bloom: remember', 'bloom: recall'))[0]).toMatchObject({
      path: 'questions.place.bloom',
      on: 'bloom: recall',
      message: expect.stringContaining('one of “remember”, “understand”'),
    })
  })
  it('of an unknown kind is told with the eight kinds', () => {
    expect(problemsAfter(edit(quiz, 'kind: numeric', 'kind: numerical'))).toEqual([
      {
        file: quiz,
        path: 'questions.members.kind',
        on: 'kind: numerical',
        message: expect.stringMatching(/“numeric”.*“cloze”.*Did you mean “numeric”\?$/),
      },
    ])
  })
  it('says in the words of the schema what is wrong, where the schema has words', () => {
    expect(problemsAfter(edit('course.yaml', 'checked: 2026-11-22', 'checked: today'))).toEqual(
      one(
        'course.yaml',
        'checked',
        'checked: today',
        'Write the date as year-month-day: 2026-11-22. What belongs here: The day on which article and facts were last compared.',
      ),
    )
  })
})

describe('files', () => {
  it('that are missing are problems, each of its own', () => {
    expect(problemsAfter(remove('glossary.yaml'))).toEqual(
      one('glossary.yaml', '', null, 'This file is missing.'),
    )
  })
  it('that belong to no course are problems', () => {
    expect(problemsAfter(write('lessons/first.docx', 'x'))).toMatchObject([
      { file: 'lessons/first.docx', message: expect.stringContaining('belongs to no course') },
    ])
    expect(problemsAfter(write('figures/Big.svg', 'x'))[0]).toMatchObject({
      file: 'figures/Big.svg',
      message: 'A file name has small letters, digits and hyphens, at most 40.',
    })
  })
  it('of a figure need each other', () => {
    expect(problemsAfter(remove('figures/timeline.svg'))).toMatchObject([
      {
        file: 'figures/timeline.yaml',
        message: expect.stringContaining('timeline.svg is missing'),
      },
    ])
    expect(problemsAfter(remove('figures/timeline.yaml'))).toMatchObject([
      { file: 'figures/timeline.narrow.svg', message: expect.stringContaining('timeline.yaml') },
      { file: 'figures/timeline.svg', message: expect.stringContaining('timeline.yaml') },
      { file: 'lessons/first.md', path: 'figure.timeline' },
    ])
  })
})

describe('one broken file', () => {
  it('leaves every other file checked, by schema and by rule', () => {
    const problems = problemsAfter(
      edit('course.yaml', 'title:', 'titel:'),
      edit(quiz, 'objective: tell-the-meeting', 'objective: bake-bread'),
      edit('lessons/second.md', 'It ends there.', 'It <b>ends</b> there.'),
      edit('quizzes/practice.yaml', 'minutes: 5', 'minutes: 500'),
    )
    expect(new Set(problems.map(({ file, path }) => `${file} ${path}`))).toEqual(
      new Set([
        'course.yaml title',
        'course.yaml titel',
        'quizzes/first.yaml questions.place.objective',
        'lessons/second.md ',
        'quizzes/practice.yaml minutes',
      ]),
    )
  })
  it('yields no course where course.yaml is the broken one', () => {
    expect(readSample([edit('course.yaml', 'title:', 'titel:')]).course).toBeNull()
    expect(readSample([edit(quiz, 'title:', 'titel:')]).course?.quizzes).toHaveLength(1)
  })
})
