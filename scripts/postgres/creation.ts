import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { run } from '@/scripts/start/child.mjs'
import { Refusal } from '@/scripts/start/refusal.mjs'
import { type Account, asAccount } from './account'
import { findBinaries } from './binaries'
import { lastLines } from './log'

/**
 * Makes an empty cluster in a folder that does not exist yet, with that password for its
 * superuser. Made beside its final place and renamed when complete: a crash leaves no half of one.
 * Throws a Refusal with what initdb says.
 */
export async function createCluster(
  folder: string,
  password: string,
  account: Account,
): Promise<void> {
  const draft = `${folder}.new`
  const passwordFile = `${folder}.password`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  rmSync(passwordFile, { force: true })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (account) {
    chownSync(draft, account.uid, account.gid)
    chownSync(passwordFile, account.uid, account.gid)
  }
  const words = [`--pgdata=${draft}`, '--username=postgres', `--pwfile=${passwordFile}`]
  words.push('--auth=scram-sha-256', '--encoding=UTF8', '--no-instructions')
  words.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8')
  const binaries = findBinaries()
  const command = asAccount(account, binaries.initdb, words, [draft, binaries.folder])
  const { code, output } = await run(command.program, command.words, {
    ...command.ids,
    env: { ...process.env, LC_ALL: 'C' },
  })
  rmSync(passwordFile, { force: true })
  if (code !== 0) throw new Refusal(`A database can't be made in ${folder}: ${lastLines(output)}`)
  renameSync(draft, folder)
}
