import { expect, it } from 'vitest'
import { type AttemptEvent, stepsOf } from '@/lib/domain/attempt-log'

const at = (second: number) => new Date(Date.UTC(2026, 0, 13, 12, 0, second))
const events: AttemptEvent[] = [
  { id: '1', at: at(0), kind: 'begun', detail: null },
  { id: '2', at: at(1), kind: 'saved', detail: 'q1' },
  { id: '3', at: at(3), kind: 'saved', detail: 'q1' },
  { id: '4', at: at(4), kind: 'saved', detail: 'q2' },
  { id: '5', at: at(5), kind: 'saved', detail: 'q1' },
  { id: '6', at: at(6), kind: 'extended', detail: '5' },
  { id: '7', at: at(7), kind: 'extended', detail: '5' },
]

it('tells saves of one question in a row as one step, and everything else by itself', () => {
  expect(stepsOf(events).map(({ id, times, until }) => [id, times, until])).toEqual([
    ['1', 1, at(0)],
    ['2', 2, at(3)],
    ['4', 1, at(4)],
    ['5', 1, at(5)],
    ['6', 1, at(6)],
    ['7', 1, at(7)],
  ])
})
