import { setTimeout as wait } from 'node:timers/promises'
import { startBalancer } from './balancer'
import { compare, Ledger, type Verdict } from './ledger'
import { actionOf, Load, type Plant } from './load'
import { Machine } from './machine'
import { makeStudents, type Student } from './world'

export interface Trial {
  name: string
  students: number
  rounds: number
  /** So many saves have to be acknowledged. */
  saves: number
  plant: Plant
  settings: string[]
  /** How many processes of the application there are; more than one stand behind an nginx. */
  processes?: number
}

export interface Outcome extends Verdict {
  saves: number
  handedIn: number
  kills: Record<'app' | 'database' | 'both', number>
  troubles: Record<string, number>
  seconds: number
}

const TARGETS = ['app', 'database', 'both'] as const
const [PATIENCE, STEP] = [120_000, 20]

/** Kills under load, starts again, and compares at the end; what was broken is in `Trial`. */
export async function run({
  students: count,
  rounds,
  saves,
  plant,
  settings,
  processes = 1,
}: Trial): Promise<Outcome> {
  const since = Date.now()
  const machine = await Machine.start(settings, processes)
  const base = processes > 1 ? await startBalancer(machine.ports) : machine.base
  const students = await makeStudents(machine.url, count)
  const action = await actionOf(base, students[0] as Student)
  const ledger = new Ledger()
  const load = new Load(base, students, action, ledger, plant)
  const kills = { app: 0, database: 0, both: 0 }
  const until = async (wanted: number) => {
    const end = Date.now() + PATIENCE
    while (ledger.saves < wanted && Date.now() < end) await wait(STEP)
  }
  for (let round = 0; round < rounds; round++) {
    await until(Math.ceil((saves * (round + 1)) / (rounds + 1)))
    // Of several processes one dies at a time; the others go on.
    const target = processes > 1 ? 'app' : (TARGETS[round % TARGETS.length] ?? 'both')
    const port = machine.ports[round % processes]
    kills[target]++
    if (target !== 'app') await machine.killDatabase()
    if (target !== 'database') await machine.killApp(port)
    if (target !== 'app') await machine.startDatabase()
    if (target !== 'database') await machine.startApp(port)
  }
  await until(saves)
  await load.stop()
  const verdict = await compare(machine.url, ledger)
  await machine.end()
  return {
    ...verdict,
    saves: ledger.saves,
    handedIn: ledger.handedIn.size,
    kills,
    troubles: Object.fromEntries(load.troubles),
    seconds: Math.round((Date.now() - since) / 1000),
  }
}
