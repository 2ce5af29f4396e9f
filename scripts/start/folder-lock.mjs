import { randomUUID } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { onStop } from './lifecycle.mjs'
import { Refusal } from './refusal.mjs'

/**
 * Takes the data folder for this process, making it where it is missing. The holder answers on a
 * loopback port with its token: a process number alone may belong to somebody else after a crash.
 * @param {string} folder absolute path
 * @returns {Promise<{ recovered: boolean }>} recovered: the last holder ended without giving it back
 * @throws {Refusal} when another process holds it, or the folder cannot be used
 */
export async function takeFolder(folder) {
  makeFolder(folder)
  const file = path.join(folder, 'lock.json')
  const token = randomUUID()
  const server = net.createServer((socket) => socket.on('error', () => {}).end(token))
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  const mine = JSON.stringify({ pid: process.pid, port: server.address().port, token })

  let recovered = false
  for (let attempt = 0; !claim(file, mine); attempt++) {
    const holder = read(file)
    if (attempt > 20 || (await answers(holder))) throw inUse(folder, holder)
    recovered = true
    rmSync(file, { force: true })
  }
  // Two starts that both found a dead holder: the later claim is the one that stands.
  await wait(100)
  if (read(file)?.token !== token) throw inUse(folder, read(file))
  onStop(() => {
    if (read(file)?.token === token) rmSync(file, { force: true })
  })
  return { recovered }
}

function makeFolder(folder) {
  // As root the database runs as another user, who has to pass through this folder.
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700
  try {
    mkdirSync(folder, { recursive: true })
    chmodSync(folder, mode)
  } catch (error) {
    throw new Refusal(
      `The data folder ${folder} can't be used (${error.code}): it must be a folder that belongs to the user who starts Rendezvous.`,
    )
  }
}

function claim(file, text) {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw new Refusal(`The data folder can't be written: ${error.message}.`)
  }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

const inUse = (folder, holder) =>
  new Refusal(
    `The data folder ${folder} is in use by process ${holder?.pid ?? 'unknown'}: Rendezvous already runs from here, stop that one first.`,
  )

function answers(holder) {
  return new Promise((resolve) => {
    if (!holder?.port) return resolve(false)
    const socket = net.connect({ host: '127.0.0.1', port: holder.port, timeout: 2_000 })
    let text = ''
    socket.on('data', (part) => {
      text += part
    })
    socket.on('end', () => resolve(text === holder.token))
    socket.on('timeout', () => socket.destroy(new Error('timeout')))
    socket.on('error', () => resolve(false))
  })
}
