import { z } from 'zod'
import { type Exact, NOTHING, plus, times, writeExact } from './exact'
import { compare, type Fraction, isSame, ONE, readFraction, ZERO } from './fraction'
import type { Counts, ItemRollup, Rollup, TypedAnswer } from './rollup'

/** So many answers that were not offered are told one by one; the others together. */
export const MOST_ANSWERS = 12

const count = z.int().min(0)
const share = z.string()
const exact = z.string()
const typedSchema = z.object({
  id: z.string(),
  text: z.string(),
  why: z.string().nullable(),
  feedback: z.string().nullable(),
  count,
})
const itemSchema = z.object({
  id: z.string(),
  asked: count,
  blank: count,
  marks: z.array(z.tuple([share, count])),
  /** Over all who were asked: of the shares of the rest the sum, the sum of squares, the sum of
   *  products with the marks, and what that could be at the most with these marks. */
  rest: z.object({ sum: exact, squares: exact, products: exact, most: exact }),
  picks: z.array(z.tuple([z.string(), z.string(), count])),
  typed: z.array(
    z.object({
      part: z.string(),
      answers: z.array(typedSchema),
      more: z.object({ answers: count, count }),
    }),
  ),
  /** Misconceptions with the attempts that have them, and how many typed answers come from them. */
  whys: z.array(z.tuple([z.string(), count, count])),
})
/** All that a page tells of the attempts at one version, exactly and in little room. */
export const summarySchema = z.object({
  attempts: count,
  totals: z.array(z.tuple([share, count])),
  papers: z.array(z.tuple([z.int(), count])),
  items: z.array(itemSchema),
})
export type Summary = z.infer<typeof summarySchema>
export type ItemSummary = z.infer<typeof itemSchema>

type Share = { share: Fraction; text: string; count: number }

const inOrder = (counts: Counts): Share[] =>
  [...counts]
    .map(([text, count]) => ({ share: readFraction(text), text, count }))
    .sort((a, b) => compare(a.share, b.share))

const sumOf = (shares: readonly Share[], of: (share: Fraction) => Fraction): Exact =>
  shares.reduce(
    (sum, { share, count }) =>
      isSame(share, ZERO) ? sum : plus(sum, times(share, of(share), count)),
    NOTHING,
  )
export const sumOfShares = (shares: readonly Share[]) => sumOf(shares, () => ONE)
export const sumOfSquares = (shares: readonly Share[]) => sumOf(shares, (each) => each)

/** The sum of products when the least is put with the least and the most with the most. */
function sortedProducts(a: readonly Share[], b: readonly Share[]): Exact {
  let sum = NOTHING
  let [at, left] = [0, b[0]?.count ?? 0]
  for (const { share, count } of a) {
    for (let open = count; open > 0; ) {
      const other = b[at]
      if (!other) return sum
      const together = Math.min(open, left)
      if (!isSame(share, ZERO) && !isSame(other.share, ZERO))
        sum = plus(sum, times(share, other.share, together))
      open -= together
      left -= together
      if (left === 0) left = b[++at]?.count ?? 0
    }
  }
  return sum
}

type Typed = z.infer<typeof typedSchema>

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Each answer once, however it was spelt, in the spelling that was given most. */
function gathered(counts: Counts): (Typed & { part: string })[] {
  const answers = new Map<string, Typed & { part: string; most: number }>()
  const spellings = [...counts].sort(([a], [b]) => byText(a, b))
  for (const [written, count] of spellings) {
    const { part, id, text, why, feedback }: TypedAnswer = JSON.parse(written)
    const at = JSON.stringify([part, id])
    const found = answers.get(at)
    if (!found) answers.set(at, { part, id, text, why, feedback, count, most: count })
    else {
      found.count += count
      if (count > found.most) Object.assign(found, { text, most: count })
    }
  }
  return [...answers.values()]
    .map(({ most: _, ...answer }) => answer)
    .sort((a, b) => b.count - a.count || byText(a.id, b.id))
}

function typedIn(answers: readonly (Typed & { part: string })[]): ItemSummary['typed'] {
  const parts = [...new Set(answers.map(({ part }) => part))].sort(byText)
  return parts.map((part) => {
    const own = answers.flatMap(({ part: at, ...answer }) => (at === part ? [answer] : []))
    const others = own.slice(MOST_ANSWERS)
    return {
      part,
      answers: own.slice(0, MOST_ANSWERS),
      more: {
        answers: others.length,
        count: others.reduce((sum, { count }) => sum + count, 0),
      },
    }
  })
}

function summariseItem(id: string, item: ItemRollup): ItemSummary {
  const [marks, rests] = [inOrder(item.marks), inOrder(item.rests)]
  const typed = gathered(item.typed)
  return {
    id,
    asked: item.asked,
    blank: item.blank,
    marks: marks.map(({ text, count }) => [text, count]),
    rest: {
      sum: writeExact(sumOfShares(rests)),
      squares: writeExact(sumOfSquares(rests)),
      products: writeExact(item.products),
      most: writeExact(sortedProducts(marks, rests)),
    },
    picks: [...item.picks]
      .map(([key, count]): [string, string, number] => {
        const [part, answer]: [string, string] = JSON.parse(key)
        return [part, answer, count]
      })
      .sort((a, b) => byText(a[0], b[0]) || byText(a[1], b[1])),
    typed: typedIn(typed),
    whys: [...item.whys]
      .map(([why, count]): [string, number, number] => [
        why,
        count,
        typed.filter((each) => each.why === why).length,
      ])
      .sort((a, b) => byText(a[0], b[0])),
  }
}

/** What a rollup comes to: nothing that a figure of the page is made of is left out or rounded. */
export const summarise = ({ attempts, totals, papers, items }: Rollup): Summary => ({
  attempts,
  totals: inOrder(totals).map(({ text, count }) => [text, count]),
  papers: [...papers]
    .map(([points, count]): [number, number] => [Number(points), count])
    .sort((a, b) => a[0] - b[0]),
  items: [...items].map(([id, item]) => summariseItem(id, item)).sort((a, b) => byText(a.id, b.id)),
})
