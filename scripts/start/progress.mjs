const terminal = process.stdout.isTTY === true
const heartbeat = terminal ? 1_000 : 20_000

const seconds = (since) => {
  const passed = (Date.now() - since) / 1000
  return passed < 10 ? `${passed.toFixed(1)} s` : `${Math.round(passed)} s`
}

/**
 * One calm line.
 * @param {string} line
 */
export const say = (line) => console.log(line)

/**
 * Does something that takes long and shows that it goes on.
 * @param {string} subject what it is about, such as "Packages"
 * @param {string} doing what happens, in a few words
 * @param {() => Promise<T>} work
 * @returns {Promise<T>} what the work gives; a failure passes through
 * @template T
 */
export async function progress(subject, doing, work) {
  const since = Date.now()
  const line = `${subject}: ${doing}`
  const show = () => {
    if (terminal) process.stdout.write(`\r\x1b[K${line} (${seconds(since)})`)
    else say(`${subject}: still ${doing} (${seconds(since)})`)
  }
  if (terminal) process.stdout.write(line)
  else say(line)
  const timer = setInterval(show, heartbeat)
  try {
    const result = await work()
    clearInterval(timer)
    if (terminal) process.stdout.write('\r\x1b[K')
    say(`${subject}: done in ${seconds(since)}`)
    return result
  } catch (error) {
    if (terminal) process.stdout.write('\n')
    throw error
  } finally {
    clearInterval(timer)
  }
}
