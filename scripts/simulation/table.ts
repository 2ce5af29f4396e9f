import type { Learner, SimulatedDay } from './learner'

/** Days in a row of the table. */
const SPAN = 10

const sumOf = (days: readonly SimulatedDay[], of: (day: SimulatedDay) => number) =>
  days.reduce((sum, day) => sum + of(day), 0)
const percent = (share: number) => `${Math.round(100 * share)} %`

function row(days: readonly SimulatedDay[], from: number): string {
  const asked = sumOf(days, (day) => day.asked)
  const right = sumOf(days, (day) => day.right)
  const last = days.at(-1)
  if (!last) throw new Error('A row has at least one day')
  return [
    `${from + 1}–${from + days.length}`,
    last.met,
    (asked / days.length).toFixed(1),
    Math.max(...days.map((day) => day.asked)),
    Math.max(...days.map((day) => day.waiting)),
    asked === 0 ? '–' : percent(right / asked),
    percent(last.known / last.met),
    percent(last.knownWithout / last.met),
  ].join(' | ')
}

const HEAD = [
  'Days',
  'Questions met',
  'Reviews a day',
  'Most in a day',
  'Most left waiting',
  'Right in review',
  'Known at the end',
  'Known without review',
]

/** Workload and retention of one learner, ten days a row, as Markdown. */
export function tableOf({ name }: Learner, days: readonly SimulatedDay[]): string {
  const spans = Array.from({ length: Math.ceil(days.length / SPAN) }, (_, at) => at * SPAN)
  return [
    `## ${name}`,
    '',
    `| ${HEAD.join(' | ')} |`,
    `| ${HEAD.map((_, at) => (at === 0 ? '---' : '---:')).join(' | ')} |`,
    ...spans.map((from) => `| ${row(days.slice(from, from + SPAN), from)} |`),
    '',
  ].join('\n')
}
