import { describe, expect, it } from 'vitest'
import { edit, findings, ruleTable, write } from '@/tests/content/support'

const lesson = 'lessons/first.md'
const clock = 'Say in which time zone this clock time is, in the same sentence.'
const day = 'This day is another one in Beijing than in UTC. Say which of the two is meant, here.'
const doubtful = edit('facts.yaml', '    mark: P\n', '    mark: P\n    dayDiffers: true\n')
const inLesson = (text: string) => edit(lesson, 'The heads met in Paris.', text)
const inFact = (text: string) => edit('facts.yaml', 'The heads met in 2023.', text)
const signed = 'They signed a :term[memorandum]{id=memorandum-of-understanding} in 2023. :fact[A1]'
const onDay = (words: string) => edit(lesson, signed, signed.replace('in 2023', words))
const inPrompt = (text: string) =>
  edit('quizzes/practice.yaml', 'What did the instrument count?', text)

ruleTable('time-zones', 'clock times and doubtful days name their zone', [
  [
    'a clock time in a lesson',
    [inLesson('They met at 14:30 in Paris.')],
    [{ file: lesson, path: expect.any(String), on: expect.any(String), message: clock }],
  ],
  [
    'a clock time in a fact',
    [inFact('They met at 14:30 in 2023.')],
    [
      {
        file: 'facts.yaml',
        path: 'facts.A1.text',
        on: expect.stringContaining('14:30'),
        message: clock,
      },
    ],
  ],
  [
    'a zone that is named only in the next sentence',
    [inFact('They met at 14:30. UTC is meant.')],
    [
      {
        file: 'facts.yaml',
        path: 'facts.A1.text',
        on: expect.stringContaining('14:30'),
        message: clock,
      },
    ],
  ],
  [
    'a day that differs, in a lesson',
    [doubtful, onDay('on 2 June')],
    [{ file: lesson, path: expect.any(String), on: expect.any(String), message: day }],
  ],
  [
    'a day that differs, in a question',
    [doubtful, inPrompt('What was counted on 2 June?')],
    [
      {
        file: 'quizzes/practice.yaml',
        path: 'questions.instrument.prompt',
        on: 'prompt: What was counted on 2 June?',
        message: day,
      },
    ],
  ],
])

const figure = 'figures/timeline.yaml'
const event = (date: string, zone = '') =>
  write(
    'timeline.yaml',
    `events:\n  - id: landing\n    date: '${date}'\n${zone}    title: It lands\n    text: The craft lands.\n    facts: [A1]\n    lessons: [first]\n`,
  )
describe('what names no zone', () => {
  it.each([
    ['“this time”', [inFact('This time they met at 14:30.')], 'facts.A1.text'],
    ['a time that is no zone', [inFact('Launch time was 14:30 in 2023.')], 'facts.A1.text'],
    ['a place alone', [inFact('In Beijing they met at 14:30.')], 'facts.A1.text'],
    ['“local” as an adjective', [inFact('The local heads met at 14:30.')], 'facts.A1.text'],
    ['a clock of twelve hours', [inFact('They met at 2 p.m. in 2023.')], 'facts.A1.text'],
    [
      'a key of a figure',
      [edit(figure, 'text: A meeting', 'text: A meeting at 14:30')],
      'key.1.text',
    ],
    ['the words of a drawing', [edit('figures/timeline.svg', '>2023<', '>14:30<')], 'wide'],
    [
      'an objective',
      [edit(lesson, 'say when the heads met', 'say that they met at 14:30')],
      'objectives.tell-the-meeting.text',
    ],
  ])('%s, with a clock time', (_name, edits, path) =>
    expect(findings('time-zones', edits)).toMatchObject([{ path, message: clock }]),
  )
  it.each([
    ['an event', [doubtful, event('2024-06-02')], 'events.landing.date'],
    ['the fact itself', [doubtful, inFact('They met on 2 June 2023.')], 'facts.A1.text'],
    ['a drawing', [doubtful, edit('figures/timeline.svg', '>2023<', '>2 June<')], 'wide'],
    [
      'a caption',
      [doubtful, edit(figure, 'One meeting on a line.', 'One meeting, on 2 June.')],
      'caption',
    ],
  ])('%s, with a day that differs', (_name, edits, path) =>
    expect(findings('time-zones', edits)).toMatchObject([{ path, message: day }]),
  )
})

describe('what needs no zone', () => {
  it.each([
    ['a clock time with its zone', [inFact('They met at 14:30 UTC.')]],
    ['a clock time of Beijing', [inLesson('They met at 6:23 Beijing time.')]],
    ['a clock time of a place’s own zone', [inFact('They met at 14:30 Paris time.')]],
    ['an event with its zone', [doubtful, event('2024-06-02', '    zone: Beijing time\n')]],
    ['an event whose day is not given', [doubtful, event('2024-06')]],
    ['universal time', [inFact('They met at 14:30 Coordinated Universal Time.')]],
    [
      'an answer whose question names it',
      [inPrompt('At which time (UTC) was it counted, at 14:30?')],
    ],
    ['a ratio', [inFact('The ratio was 1:1000.')]],
    ['a year of a doubtful day', [doubtful]],
    ['a doubtful day with its zone', [doubtful, onDay('on 2 June, Beijing time')]],
    ['a question that names it', [doubtful, inPrompt('What was counted on 2 June (UTC)?')]],
    ['a day about which nobody disagrees', [onDay('on 2 June')]],
  ])('%s', (_name, edits) => expect(findings('time-zones', edits)).toEqual([]))
})
