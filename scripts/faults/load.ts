import { setTimeout as wait } from 'node:timers/promises'
import type { Ledger } from './ledger'
import type { OpenAttempt, Student } from './world'

/** Ways in which a client could be wrong, to see that the checker notices. */
export type Plant = 'none' | 'acknowledges-early' | 'drops-retries'

interface Reply {
  status: number
  body: { version?: number; value?: unknown }
}

/** What a hand-in needs beside the attempt: the name under which the form's action is known. */
export async function actionOf(base: string, { cookie, attempts }: Student): Promise<string> {
  const [attempt] = attempts
  const page = await fetch(`${base}/attempts/${attempt?.id}/review`, { headers: { cookie } })
  const found = /name="(\$ACTION_ID_[0-9a-f]+)"/.exec(await page.text())?.[1]
  if (!found) throw new Error(`The page to hand in shows no form (${page.status}).`)
  return found
}

/** Students who write as fast as they are answered, over and over, until they are told to stop. */
export class Load {
  isOver = false
  /** Answers that were not 200, by their status; 0: no answer came. */
  readonly troubles = new Map<number, number>()
  private readonly running: Promise<void>[]

  constructor(
    private readonly base: string,
    students: readonly Student[],
    private readonly action: string,
    private readonly ledger: Ledger,
    private readonly plant: Plant,
  ) {
    this.running = students.map((student, at) => this.write(student, at))
  }

  async stop(): Promise<void> {
    this.isOver = true
    await Promise.all(this.running)
  }

  private trouble(status: number): void {
    this.troubles.set(status, (this.troubles.get(status) ?? 0) + 1)
  }

  private async save(
    cookie: string,
    attempt: string,
    question: string,
    value: string,
    base: number,
  ) {
    try {
      const answer = await fetch(`${this.base}/api/attempts/${attempt}/responses/${question}`, {
        method: 'PUT',
        headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
        body: JSON.stringify({ value, base }),
        signal: AbortSignal.timeout(20_000),
      })
      return { status: answer.status, body: await answer.json() } as Reply
    } catch {
      return null
    }
  }

  /** One answer, again and again until the server has it, as the page does. */
  private async keep(
    cookie: string,
    attempt: string,
    question: string,
    value: string,
    base: number,
  ): Promise<number> {
    this.ledger.try(attempt, question, value)
    let on = base
    while (true) {
      if (this.plant === 'acknowledges-early') this.ledger.keep(attempt, question, value)
      const reply = await this.save(cookie, attempt, question, value, on)
      if (reply?.status === 200) {
        if (this.plant !== 'acknowledges-early') this.ledger.keep(attempt, question, value)
        return reply.body.version ?? on
      }
      this.trouble(reply?.status ?? 0)
      // Its own answer had arrived, and the word of it had not.
      if (reply?.status === 412) on = reply.body.version ?? on
      else if (reply && reply.status < 500) return on
      else {
        if (this.plant === 'drops-retries') this.ledger.keep(attempt, question, value)
        if (this.plant !== 'none' || this.isOver) return on
        await wait(100)
      }
      if (this.isOver) return on
    }
  }

  private async handIn(cookie: string, attempt: string): Promise<void> {
    this.ledger.ask(attempt)
    while (!this.isOver) {
      const form = new FormData()
      form.append(this.action, '')
      form.append('attemptId', attempt)
      const status = await fetch(`${this.base}/attempts/${attempt}/review`, {
        method: 'POST',
        headers: { cookie, 'sec-fetch-site': 'same-origin' },
        body: form,
        redirect: 'manual',
        signal: AbortSignal.timeout(20_000),
      }).then(
        ({ status: is }) => is,
        () => 0,
      )
      if (status === 303) return this.ledger.done(attempt)
      this.trouble(status)
      await wait(100)
    }
  }

  private async write({ cookie, attempts }: Student, student: number): Promise<void> {
    for (let turn = 0; !this.isOver; turn++) {
      const { id, questions } = attempts[turn % attempts.length] as OpenAttempt
      if (turn >= attempts.length) return
      const versions = new Map<string, number>()
      // Each question thrice: an answer, another one, and the one that stays.
      for (let round = 0; round < 3 && !this.isOver; round++)
        for (const question of questions) {
          if (this.isOver) break
          const value = `${student}.${turn}.${round}`
          const base = versions.get(question) ?? 0
          versions.set(question, await this.keep(cookie, id, question, value, base))
        }
      if (!this.isOver) await this.handIn(cookie, id)
    }
  }
}
