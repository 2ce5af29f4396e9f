import type { Moment } from './moment'

export interface Sitting {
  at: Moment
  quiz: string
  mode: 'practice' | 'test'
  /** How well they know it by then; 0 is the middle, 2 is a lot. */
  ability: number
  asksCertainty?: boolean
}

/** Six weeks of somebody who learns alone: evenings, a week away, and the course not finished yet. */
export const READS: readonly { at: Moment; lesson: string }[] = [
  { at: [-42, '19:05'], lesson: 'the-meeting-in-paris' },
  { at: [-40, '20:10'], lesson: 'who-is-at-the-table' },
  { at: [-37, '18:40'], lesson: 'einstein-probe' },
  { at: [-27, '19:30'], lesson: 'smile' },
  { at: [-20, '20:00'], lesson: 'change-6-and-nils' },
  { at: [-15, '19:15'], lesson: 'telemetry-and-tracking' },
  { at: [-6, '18:50'], lesson: 'safety-and-observation' },
]

export const SITTINGS: readonly Sitting[] = [
  { at: [-42, '19:25'], quiz: 'the-meeting-in-paris', mode: 'practice', ability: 0.6 },
  { at: [-40, '20:35'], quiz: 'who-is-at-the-table', mode: 'practice', ability: 0.5 },
  {
    at: [-37, '19:00'],
    quiz: 'einstein-probe',
    mode: 'practice',
    ability: 0.4,
    asksCertainty: true,
  },
  { at: [-36, '20:05'], quiz: 'the-meeting-in-paris', mode: 'test', ability: 1.9 },
  { at: [-27, '19:55'], quiz: 'smile', mode: 'practice', ability: 0.3, asksCertainty: true },
  { at: [-24, '18:20'], quiz: 'smile', mode: 'practice', ability: 1.5, asksCertainty: true },
  { at: [-22, '19:40'], quiz: 'who-is-at-the-table', mode: 'test', ability: 2.2 },
  {
    at: [-20, '20:25'],
    quiz: 'change-6-and-nils',
    mode: 'practice',
    ability: 0.8,
    asksCertainty: true,
  },
  {
    at: [-15, '19:35'],
    quiz: 'telemetry-and-tracking',
    mode: 'practice',
    ability: 0.2,
    asksCertainty: true,
  },
  { at: [-13, '18:30'], quiz: 'final', mode: 'test', ability: 0.5 },
  { at: [-10, '20:10'], quiz: 'einstein-probe', mode: 'test', ability: 2.3 },
  {
    at: [-6, '19:20'],
    quiz: 'safety-and-observation',
    mode: 'practice',
    ability: 0.7,
    asksCertainty: true,
  },
  {
    at: [-4, '18:45'],
    quiz: 'telemetry-and-tracking',
    mode: 'practice',
    ability: 2,
    asksCertainty: true,
  },
  { at: [-3, '19:30'], quiz: 'final', mode: 'test', ability: 1.1 },
]

/** On which days they review, in the evening; the others went by without. */
export const REVIEWS: readonly number[] = [
  -41, -39, -38, -36, -34, -27, -26, -24, -23, -21, -19, -17, -16, -14, -12, -11, -9, -7, -5,
]

/** The lesson that they are in the middle of. */
export const OPEN_LESSON = { at: [-1, '21:10'] as Moment, lesson: 'why-cooperate' }
