import { generateClient } from '@/scripts/start/client'
import { say } from '@/scripts/start/progress.mjs'
import { Refusal } from '@/scripts/start/refusal.mjs'
import { type Step, steps } from './steps'
import { one, sum, type Tally } from './tally'

/**
 * Runs the chosen steps, or all; one that fails does not keep the others from running. Words that
 * name no step are file filters, or options, for the one step chosen. Gives the exit code.
 */
export async function runTests(words: string[]): Promise<number> {
  const chosen = words.filter((word) => word in steps)
  const filters = words.filter((word) => !(word in steps))
  if (chosen.length === 0 && filters.length > 0)
    throw new Refusal(
      `There is no step ${filters[0]}: choose from ${Object.keys(steps).join(', ')}.`,
    )
  await generateClient()
  const results: { title: string; tally: Tally; seconds: number }[] = []
  for (const [name, group] of Object.entries(steps)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue
    for (const step of group) {
      say(`\n— ${step.title}`)
      const since = Date.now()
      const tally = await attempt(step, filters)
      results.push({ title: step.title, tally, seconds: Math.round((Date.now() - since) / 1000) })
    }
  }
  return report(results)
}

async function attempt(step: Step, filters: string[]): Promise<Tally> {
  try {
    return await step.work(filters)
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error)
    return one(false)
  }
}

function report(results: { title: string; tally: Tally; seconds: number }[]): number {
  say('')
  for (const { title, tally, seconds } of results)
    say(`${tally.failed === 0 ? 'passed' : 'FAILED'}  ${title} (${seconds} s)`)
  const total = sum(results.map(({ tally }) => tally))
  for (const failure of total.failures) say(`FAILED  ${failure}`)
  say(`${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 ? 0 : 1
}
