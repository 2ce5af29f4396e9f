import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { Machine } from './machine'
import { asking, makeStudents, type Student } from './world'

/** A trouble of the database, and what came of it, in words; `fault` where it is not as promised. */
export interface Told {
  name: string
  said: string
  fault: boolean
}

interface Answer {
  status: number
  retryAfter: string | null
  text: string
}

const ask = async (address: string, init: RequestInit = {}): Promise<Answer> => {
  const answer = await fetch(address, { redirect: 'manual', ...init })
  return {
    status: answer.status,
    retryAfter: answer.headers.get('retry-after'),
    text: await answer.text(),
  }
}

/** One student at one question, who counts what was acknowledged. */
class Writer {
  private version = 0
  constructor(
    private readonly machine: Machine,
    private readonly student: Student,
  ) {}

  private get attempt() {
    const [attempt] = this.student.attempts
    if (!attempt) throw new Error('The student has no attempt.')
    return attempt
  }

  async save(): Promise<Answer> {
    const { id, questions } = this.attempt
    const answer = await ask(`${this.machine.base}/api/attempts/${id}/responses/${questions[0]}`, {
      method: 'PUT',
      headers: {
        cookie: this.student.cookie,
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
      },
      body: JSON.stringify({ value: `answer ${this.version}`, base: this.version }),
    })
    if (answer.status === 200) this.version++
    return answer
  }

  page = (): Promise<Answer> =>
    ask(`${this.machine.base}/progress`, {
      headers: { cookie: this.student.cookie, accept: 'text/html' },
    })

  /** Whether what is saved is what was acknowledged, and the next save works within half a minute. */
  async recovers(): Promise<boolean> {
    for (let tries = 0; tries < 60; tries++) {
      const [{ status: saved }, { status: shown }] = [await this.save(), await this.page()]
      if (saved === 200 && shown === 200) break
      await wait(500)
    }
    const { rows } = await asking(this.machine.url, (client) =>
      client.query('select version from "Response" where "attemptId" = $1', [this.attempt.id]),
    )
    return rows.length === 1 && rows[0].version === this.version
  }
}

const isCalm = ({ status, retryAfter, text }: Answer): boolean =>
  status === 503 && retryAfter !== null && !/\n\s+at |node_modules|\.tsx?:\d/.test(text)

async function told(
  name: string,
  writer: Writer,
  during: () => Promise<Answer[]>,
  end: () => Promise<unknown>,
): Promise<Told> {
  const answers = await during()
  await end()
  const recovers = await writer.recovers()
  const statuses = answers.map(({ status, retryAfter }) => `${status} (${retryAfter ?? 'no'} s)`)
  return {
    name,
    said: `save and page answered ${statuses.join(', ')}; ${recovers ? 'all was well' : 'it was NOT well'} afterwards`,
    fault: !recovers || !answers.every(isCalm),
  }
}

/** As many connections as the server gives, held until they are let go. */
class Held {
  private readonly clients: pg.Client[] = []
  constructor(private readonly url: string) {}

  /** Takes what is left. */
  async take(): Promise<void> {
    for (;;) {
      const client = new pg.Client({ connectionString: this.url, application_name: 'held' })
      client.on('error', () => {})
      try {
        await client.connect()
      } catch {
        return
      }
      this.clients.push(client)
    }
  }

  /** Ends all others' connections and takes their place. */
  async takeOver(): Promise<void> {
    await this.clients[0]?.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where usename = current_user and application_name <> 'held'`,
    )
    await this.take()
  }

  letGo = (): Promise<unknown> => Promise.all(this.clients.map((client) => client.end()))
}

/** Lets the database be away, slow, and out of connections, and looks at what a learner is told. */
export async function troubles(): Promise<Told[]> {
  const machine = await Machine.start(['max_connections=30'])
  const [student] = await makeStudents(machine.url, 1)
  if (!student) throw new Error('There is no student.')
  const writer = new Writer(machine, student)
  await writer.save()
  const away = async () => {
    await machine.killDatabase()
    await wait(5_000)
    return [await writer.save(), await writer.page()]
  }
  const results = [await told('The database is away', writer, away, () => machine.startDatabase())]
  const locker = new pg.Client({ connectionString: machine.url })
  await locker.connect()
  const slow = async () => {
    await locker.query('begin; lock table "Response" in access exclusive mode')
    return [await writer.save()]
  }
  results.push(await told('The database is slow', writer, slow, () => locker.end()))
  const held = new Held(machine.url)
  const full = async () => {
    await held.take()
    await held.takeOver()
    // The server asks every two seconds whether its database is there; pages until then are errors.
    await wait(5_000)
    return [await writer.save(), await writer.page()]
  }
  results.push(await told('The database has no connection left', writer, full, held.letGo))
  await machine.end()
  return results
}
