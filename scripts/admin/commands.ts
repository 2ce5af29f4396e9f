import { firstPassword } from '@/lib/auth/first-password'
import { onBehalfOf } from '@/lib/auth/on-behalf'
import { hashPassword } from '@/lib/auth/password'
import {
  endSessionsOf,
  type FoundAccount,
  findAccountBy,
  recordGivenPassword,
} from '@/lib/data/administration'
import { eraseAccount } from '@/lib/data/erasure'
import { eraseClass, listKept, listOver, recordKeptUntil } from '@/lib/data/retention'
import { dayOf, isDay } from '@/lib/domain/study-day'

export interface Told {
  lines: string[]
  code: 0 | 1
}
const done = (...lines: string[]): Told => ({ lines, code: 0 })
const refused = (...lines: string[]): Told => ({ lines, code: 1 })

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** Has to follow whatever cannot be undone. */
const SURE = '--yes'

interface Command {
  words: string
  does: string
  run(words: string[], now: Date): Promise<Told>
}

async function withAccount(
  identifier: string | undefined,
  work: (account: FoundAccount) => Promise<Told>,
): Promise<Told> {
  if (!identifier) return refused('Name the account by its e-mail address or username.')
  const account = await findAccountBy(identifier.normalize('NFKC').trim().toLowerCase())
  return account ? work(account) : refused(`There is no account ${identifier}.`)
}

async function eraseClasses(ids: readonly string[]): Promise<Told> {
  const lines: string[] = []
  for (const id of ids) {
    const gone = await eraseClass(id)
    if (gone)
      lines.push(`Erased: ${gone.name}, ${gone.attempts} attempts, ${gone.accounts} accounts.`)
  }
  return done(...lines)
}

async function retention(): Promise<Told> {
  const classes = await listKept()
  if (classes.length === 0) return done('There is no class.')
  return done(
    ...classes.map(({ id, name, teachers, students, attempts, archivedAt, keptUntil }) =>
      [
        keptUntil ?? 'no day set',
        id,
        name,
        teachers.join(', '),
        `${students} students, ${attempts} attempts`,
        archivedAt ? `ended ${archivedAt.toISOString().slice(0, 10)}` : 'running',
      ].join(' | '),
    ),
  )
}

/** All that can be done, by its name. */
export const COMMANDS: Record<string, Command> = {
  'reset-password': {
    words: 'WHO',
    does: 'gives an account a first password, prints it this once, and signs it out everywhere',
    run: ([who]) =>
      withAccount(who, async ({ id, name }) => {
        const password = firstPassword()
        const hashed = await hashPassword(password)
        if (!hashed.ok || !(await recordGivenPassword(id, hashed.value)))
          return refused('The password could not be changed: try again.')
        return done(`${name} signs in with ${password} and then chooses another one.`)
      }),
  },
  'end-sessions': {
    words: 'WHO',
    does: 'signs an account out everywhere',
    run: ([who]) =>
      withAccount(who, async ({ id, name }) =>
        done(`${name} is signed out: ${await endSessionsOf(id)} sessions ended.`),
      ),
  },
  'erase-account': {
    words: `WHO ${SURE}`,
    does: 'erases an account as its owner could; classes keep their sums',
    run: ([who, sure]) =>
      withAccount(who, async (account) => {
        if (sure !== SURE) return refused(`This cannot be undone: add ${SURE}.`)
        const inTheWay = await eraseAccount(onBehalfOf(account), 'Erased account')
        if (!inTheWay) return done(`Erased: ${account.name}.`)
        const names = inTheWay.onlyTeacherOf.map(({ name }) => name).join(', ')
        return refused(`These classes would be left without a teacher: ${names}.`)
      }),
  },
  retention: {
    words: '',
    does: 'lists all classes with the day until which they are kept',
    run: retention,
  },
  'keep-class': {
    words: 'CLASS DAY|none',
    does: 'sets that day, such as 2027-07-31',
    run: async ([id = '', day = '']) => {
      if (!UUID.test(id))
        return refused('Name the class by its id: npm run admin -- retention lists them.')
      if (day !== 'none' && !isDay(day))
        return refused(`${day || 'Nothing'} is no day: write it as 2027-07-31.`)
      const is = await recordKeptUntil(id, day === 'none' ? null : day)
      return is
        ? done(day === 'none' ? 'No day is set.' : `Kept until ${day}.`)
        : refused('There is no such class.')
    },
  },
  purge: {
    words: `[${SURE}]`,
    does: 'says which classes are past their day; erases them with --yes',
    run: async ([sure], now) => {
      const over = await listOver(dayOf(now, 'UTC'))
      if (over.length === 0) return done('No class is past its day.')
      if (sure === SURE) return eraseClasses(over)
      const names = (await listKept()).filter(({ id }) => over.includes(id))
      return done(
        ...names.map(({ name, keptUntil }) => `Past its day: ${name}, kept until ${keptUntil}.`),
        `Nothing is erased yet: add ${SURE}.`,
      )
    },
  },
  'erase-class': {
    words: `CLASS ${SURE}`,
    does: 'erases a class with everything in it, whatever its day',
    run: async ([id = '', sure]) => {
      if (!UUID.test(id))
        return refused('Name the class by its id: npm run admin -- retention lists them.')
      if (sure !== SURE) return refused(`This cannot be undone: add ${SURE}.`)
      const told = await eraseClasses([id])
      return told.lines.length > 0 ? told : refused('There is no such class.')
    },
  },
}

const usage = () => [
  'npm run admin -- COMMAND',
  ...Object.entries(COMMANDS).map(
    ([name, { words, does }]) => `  ${name} ${words}`.padEnd(38) + does,
  ),
]

/** Does what the words say and tells how it came out; without any, what there is to do. */
export async function administer([name = '', ...words]: string[], now: Date): Promise<Told> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (command) return command.run(words, now)
  return { lines: usage(), code: name === '' || name === 'help' ? 0 : 1 }
}
