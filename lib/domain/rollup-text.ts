import { z } from 'zod'
import { readExact, writeExact } from './exact'
import type { Counts, Rollup } from './rollup'

const counts = z.array(z.tuple([z.string(), z.int().positive()]))
const written = z.object({
  attempts: z.int().min(0),
  totals: counts,
  papers: counts,
  items: z.array(
    z.object({
      id: z.string(),
      asked: z.int().positive(),
      blank: z.int().min(0),
      marks: counts,
      rests: counts,
      products: z.string(),
      picks: counts,
      typed: counts,
      whys: counts,
    }),
  ),
})
type Written = z.infer<typeof written>

const inOrder = <Value>(all: ReadonlyMap<string, Value>): [string, Value][] =>
  [...all].sort(([a], [b]) => (a < b ? -1 : 1))
const list = (all: Counts): [string, number][] => inOrder(all)

/** As text; equal rollups are equal texts. */
export function writeRollup({ attempts, totals, papers, items }: Rollup): string {
  const all: Written = {
    attempts,
    totals: list(totals),
    papers: list(papers),
    items: inOrder(items).map(([id, item]) => ({
      id,
      asked: item.asked,
      blank: item.blank,
      marks: list(item.marks),
      rests: list(item.rests),
      products: writeExact(item.products),
      picks: list(item.picks),
      typed: list(item.typed),
      whys: list(item.whys),
    })),
  }
  return JSON.stringify(all)
}

/** What `writeRollup` wrote. Throws at anything else. */
export function readRollup(text: string): Rollup {
  const { attempts, totals, papers, items } = written.parse(JSON.parse(text))
  return {
    attempts,
    totals: new Map(totals),
    papers: new Map(papers),
    items: new Map(
      items.map(({ id, products, ...item }) => [
        id,
        {
          asked: item.asked,
          blank: item.blank,
          marks: new Map(item.marks),
          rests: new Map(item.rests),
          products: readExact(products),
          picks: new Map(item.picks),
          typed: new Map(item.typed),
          whys: new Map(item.whys),
        },
      ]),
    ),
  }
}
