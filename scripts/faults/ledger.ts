import { asking } from './world'

/** What one answer was asked to become, in its order, and how far the server has said that it is kept. */
interface Entry {
  tried: string[]
  /** The index in `tried` that was acknowledged last; -1: none. */
  kept: number
}

/** What was asked and what was acknowledged, as Jepsen's checkers keep it. */
export class Ledger {
  readonly answers = new Map<string, Entry>()
  readonly asked = new Set<string>()
  readonly handedIn = new Set<string>()
  saves = 0

  private entry(attempt: string, question: string): Entry {
    const key = `${attempt} ${question}`
    const found = this.answers.get(key) ?? { tried: [], kept: -1 }
    this.answers.set(key, found)
    return found
  }
  try(attempt: string, question: string, value: string): void {
    const { tried } = this.entry(attempt, question)
    if (tried.at(-1) !== value) tried.push(value)
  }
  keep(attempt: string, question: string, value: string): void {
    const entry = this.entry(attempt, question)
    const at = entry.tried.lastIndexOf(value)
    if (at > entry.kept) entry.kept = at
    this.saves++
  }
  ask(attempt: string): void {
    this.asked.add(attempt)
  }
  done(attempt: string): void {
    this.handedIn.add(attempt)
  }
}

export interface Verdict {
  /** Acknowledged and not there, or there in an older form. */
  lost: number
  /** There and never asked for. */
  phantom: number
  /** Handed in without exactly one grade. */
  ungraded: number
}

/** Compares what was acknowledged with what the database holds. */
export function compare(url: string, ledger: Ledger): Promise<Verdict> {
  return asking(url, async (client) => {
    const { rows } = await client.query<{ key: string; value: unknown }>(
      `select "attemptId" || ' ' || "questionId" as key, value from "Response"`,
    )
    const there = new Map(rows.map(({ key, value }) => [key, value]))
    const verdict: Verdict = { lost: 0, phantom: 0, ungraded: 0 }
    for (const [key, { tried, kept }] of ledger.answers) {
      const value = there.get(key)
      const at = typeof value === 'string' ? tried.lastIndexOf(value) : -1
      if (at < kept) verdict.lost++
      if (value !== undefined && value !== null && at === -1) verdict.phantom++
    }
    for (const [key, value] of there)
      if (value !== null && !ledger.answers.has(key)) verdict.phantom++
    const { rows: done } = await client.query<{ id: string; isGraded: boolean }>(
      `select id, "earnedN" is not null and "earnedD" is not null and points is not null as "isGraded"
       from "Attempt" where "submittedAt" is not null`,
    )
    const ended = new Map(done.map(({ id, isGraded }) => [id, isGraded]))
    for (const id of ledger.handedIn) if (!ended.has(id)) verdict.lost++
    for (const [id, isGraded] of ended) {
      if (!ledger.asked.has(id)) verdict.phantom++
      if (!isGraded) verdict.ungraded++
    }
    return verdict
  })
}
