import type { Fraction } from './fraction'
import type { GradeCell } from './gradebook'

/** What a quiz that was due and is not handed in counts in the total: nothing at all, or 0. */
export const MISSING_POLICIES = ['ignored', 'zero'] as const
export type MissingPolicy = (typeof MISSING_POLICIES)[number]

/** Quizzes that count together, with what they weigh among the other categories. */
export interface Category {
  id: string
  name: string
  weight: number
}

/** How the grades of a class come to one total. Weights are whole numbers of 0 or more. */
export interface Weighting {
  missing: MissingPolicy
  categories: Category[]
  /** What everything without a category weighs among the categories. */
  otherWeight: number
}

/** What an assignment weighs inside its category; null is none. */
export interface Weighed {
  categoryId: string | null
  weight: number
}

type Counted = Pick<GradeCell, 'state' | 'grade' | 'isOverdue'>

/** An exact total, 0 to 1. Many quizzes have many denominators, so both are big integers. */
export interface Total {
  n: bigint
  d: bigint
}

/** The share that a cell counts with; null where it counts for nothing. */
export function countsAs({ state, grade, isOverdue }: Counted, missing: MissingPolicy) {
  if (state === 'excused') return null
  if (grade) return grade
  return isOverdue && missing === 'zero' ? { n: 0, d: 1 } : null
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))
const lowest = ({ n, d }: Total): Total => {
  const common = gcd(n, d)
  return { n: n / common, d: d / common }
}

/** The mean of shares under their weights; null where nothing weighs anything. */
function meanOf(all: readonly { share: Total; weight: number }[]): Total | null {
  let sum: Total = { n: 0n, d: 1n }
  let weights = 0n
  for (const { share, weight } of all) {
    const w = BigInt(weight)
    sum = lowest({ n: sum.n * share.d + share.n * w * sum.d, d: sum.d * share.d })
    weights += w
  }
  return weights === 0n ? null : lowest({ n: sum.n, d: sum.d * weights })
}

const totalFrom = ({ n, d }: Fraction): Total => ({ n: BigInt(n), d: BigInt(d) })

/** What an assignment belongs to as far as weights go: its category, or the rest. */
const groupOf = ({ categoryId }: Weighed, { categories, otherWeight }: Weighting) =>
  categories.find(({ id }) => id === categoryId) ?? { id: null, weight: otherWeight }

/**
 * One student's total: the mean of each category's counted grades under their weights, then the mean
 * of the categories in which something counts, under theirs. Exact; null where nothing counts.
 */
export function totalOf(
  cells: readonly (Weighed & { cell: Counted })[],
  weighting: Weighting,
): Total | null {
  const groups = new Map<
    string | null,
    { weight: number; all: { share: Total; weight: number }[] }
  >()
  for (const each of cells) {
    const counted = countsAs(each.cell, weighting.missing)
    if (!counted) continue
    const { id, weight } = groupOf(each, weighting)
    const group = groups.get(id) ?? { weight, all: [] }
    group.all.push({ share: totalFrom(counted), weight: each.weight })
    groups.set(id, group)
  }
  return meanOf(
    [...groups.values()].flatMap(({ weight, all }) => {
      const share = meanOf(all)
      return share ? [{ share, weight }] : []
    }),
  )
}

/**
 * What each assignment is of the whole where everything counts, in the order given: the share that
 * its weights come to; 0 where it weighs nothing.
 */
export function partsOf(assignments: readonly Weighed[], weighting: Weighting): number[] {
  const inGroup = (id: string | null) =>
    assignments
      .filter((each) => groupOf(each, weighting).id === id)
      .reduce((sum, { weight }) => sum + weight, 0)
  const used = [...weighting.categories, { id: null, weight: weighting.otherWeight }].filter(
    ({ id }) => inGroup(id) > 0,
  )
  const all = used.reduce((sum, { weight }) => sum + weight, 0)
  return assignments.map((each) => {
    const group = groupOf(each, weighting)
    const own = inGroup(group.id)
    return own === 0 || all === 0 ? 0 : (group.weight / all) * (each.weight / own)
  })
}

/** Into how many steps a share is cut where it is stored for sorting. */
export const BILLION = 1_000_000_000

/**
 * A share of 0 to 1 in billionths, rounded down, so that it keeps its order and every whole per cent
 * stays an exact bound; -1 where there is none.
 */
export const billionthsOf = (share: Total | Fraction | null): number =>
  share === null ? -1 : Number((BigInt(share.n) * BigInt(BILLION)) / BigInt(share.d))
