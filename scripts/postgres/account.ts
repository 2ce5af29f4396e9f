import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from '@/scripts/start/refusal.mjs'

/** The system user as whom Postgres runs; undefined: as whoever started us. */
export type Account = { uid: number; gid: number } | undefined

/** A program, its arguments and the ids to run it with, as spawn takes them. */
export type Command = { program: string; words: string[]; ids: { uid?: number; gid?: number } }

/**
 * Postgres refuses to run as root. Then it runs as the owner of an existing data folder, or as
 * the user postgres, made here where there is none.
 */
export function postgresAccount(dataFolder: string): Account {
  if (process.getuid?.() !== 0) return undefined
  if (existsSync(dataFolder)) {
    const { uid, gid } = statSync(dataFolder)
    if (uid !== 0) return { uid, gid }
  }
  return findUser('postgres') ?? makeUser() ?? findUser('nobody') ?? refuse()
}

function findUser(name: string): Account {
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([entryName]) => entryName === name)
  return entry ? { uid: Number(entry[2]), gid: Number(entry[3]) } : undefined
}

function makeUser(): Account {
  const ways = [
    ['useradd', '--system', '--user-group', '--no-create-home', 'postgres'],
    ['adduser', '-S', '-D', '-H', 'postgres'],
  ] as const
  for (const [program, ...words] of ways) {
    if (spawnSync(program, words, { stdio: 'ignore' }).status === 0) return findUser('postgres')
  }
  return undefined
}

function refuse(): never {
  throw new Refusal(
    'Postgres does not run as root, and no other user could be found or made: start Rendezvous as an ordinary user.',
  )
}

/**
 * How a program of Postgres is run as that account. Below a folder closed to others (the home of
 * root, a private temporary folder) it keeps one right of root, to pass folders and open files
 * whatever their mode: Postgres accepts that, and nobody's folder has to be opened for it.
 */
export function asAccount(
  account: Account,
  program: string,
  words: string[],
  folders: string[],
): Command {
  if (!account) return { program, words, ids: {} }
  if (folders.every((folder) => canReach(account, folder)))
    return { program, words, ids: { uid: account.uid, gid: account.gid } }
  try {
    execFileSync('setpriv', ['--version'], { stdio: 'ignore' })
  } catch {
    throw new Refusal(
      `Postgres does not run as root, and another user cannot reach ${folders.join(' or ')}: move the project to a folder that others may enter, or start it as an ordinary user.`,
    )
  }
  const right = '+dac_override'
  return {
    program: 'setpriv',
    words: [
      `--reuid=${account.uid}`,
      `--regid=${account.gid}`,
      '--clear-groups',
      '--securebits=+no_setuid_fixup',
      `--inh-caps=${right}`,
      `--ambient-caps=${right}`,
      '--',
      program,
      ...words,
    ],
    ids: {},
  }
}

/** Whether the account may pass every folder above and including this one. */
function canReach({ uid, gid }: { uid: number; gid: number }, folder: string): boolean {
  const parent = path.dirname(folder)
  if (parent !== folder && !canReach({ uid, gid }, parent)) return false
  if (!existsSync(folder)) return true
  const { mode, uid: owner, gid: group } = statSync(folder)
  const pass = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001
  return (mode & pass) !== 0
}
