import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { simulate } from '@/scripts/simulation/learner'
import { DAYS, LEARNERS, simulationPage } from '@/scripts/simulation/page'
import { the } from '@/tests/support/the'

const days = (name: string) =>
  simulate(the(LEARNERS.find((learner) => learner.name === name)), DAYS)
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

describe('ninety simulated days', () => {
  it('stand in the documentation as the simulation prints them', () => {
    expect(readFileSync('docs/review-simulation.md', 'utf8')).toBe(simulationPage())
  })

  it('keep to the cap every day', () => {
    for (const learner of LEARNERS)
      for (const { asked } of simulate(learner, DAYS))
        expect(asked).toBeLessThanOrEqual(learner.cap)
  })

  it('keep about nine in ten where people forget as the schedule believes', () => {
    const after = days('Every day').slice(10)
    const share = sum(after.map(({ right }) => right)) / sum(after.map(({ asked }) => asked))
    expect(share).toBeGreaterThan(0.85)
    expect(share).toBeLessThan(0.95)
  })

  it('leave much more known than the quizzes alone', () => {
    const last = the(days('Every day').at(-1))
    expect(last.known).toBeGreaterThan(last.knownWithout * 1.15)
  })

  it('are caught up with after two weeks away, within two weeks', () => {
    const all = days('Two weeks away')
    expect(Math.max(...all.slice(41, 54).map(({ waiting }) => waiting))).toBeGreaterThan(20)
    expect(all[68]?.waiting).toBe(0)
  })
})
