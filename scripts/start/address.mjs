import net from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { Refusal } from './refusal.mjs'

/**
 * Makes sure that nothing listens on the port.
 * @param {number} port
 * @param {number} patience how long to wait for one that is just ending, in milliseconds
 * @throws {Refusal} when it is taken or not ours to take
 */
export async function requireFreePort(port, patience) {
  const until = Date.now() + patience
  for (;;) {
    const trouble = (await listen(port)) ?? (await listen(port, '127.0.0.1'))
    if (!trouble) return
    if (trouble === 'EACCES')
      throw new Refusal(
        `Port ${port} may be used by an administrator only: choose one above 1023, for example PORT=3000.`,
      )
    if (trouble !== 'EADDRINUSE') throw new Refusal(`Port ${port} can't be used: ${trouble}.`)
    if (Date.now() >= until)
      throw new Refusal(
        `Port ${port} is taken by another program: stop that one, or choose another port, for example PORT=${port === 65535 ? 3000 : port + 1}.`,
      )
    await wait(200)
  }
}

function listen(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', (error) => resolve(error.code))
    server.listen({ port, host }, () => server.close(() => resolve(undefined)))
  })
}

/**
 * Makes sure that something listens at a database's address, before anything slow is begun.
 * @param {string} url of a Postgres database; one reached through a socket file is not looked at
 * @throws {Refusal} when nothing answers within five seconds
 */
export async function requireReachable(url) {
  const { hostname, port, searchParams } = new URL(url)
  if (!hostname || searchParams.has('host')) return
  const host = decodeURIComponent(hostname).replace(/^\[|\]$/g, '')
  const trouble = await connect(host, Number(port || 5432))
  if (trouble)
    throw new Refusal(
      `The database in DATABASE_URL can't be reached at ${hostname}:${port || 5432} (${trouble}): check that the address is right and that it runs.`,
    )
}

const reasons = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'no such host',
  ETIMEDOUT: 'no answer',
}

function connect(host, port) {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port, timeout: 5_000 })
    const done = (reason) => {
      socket.destroy()
      resolve(reason)
    }
    socket.on('connect', () => done(undefined))
    socket.on('timeout', () => done('no answer within 5 s'))
    socket.on('error', (error) => done(reasons[error.code] ?? error.code ?? error.message))
  })
}
