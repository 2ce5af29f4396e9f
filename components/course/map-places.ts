/**
 * Where a lesson's island stands on the wide map. `x` and `y` are shares of the map's width and
 * height; `height` is the class by which the style sheet puts the island at the same `y`.
 */
export interface MapPlace {
  slug: string
  x: number
  y: number
  height: 'high' | 'middle' | 'low'
}
export interface MapStage {
  title: string
  places: MapPlace[]
}

/** How far down its cell an island stands. A stage of one lesson goes up and down like a route. */
const SHARES = { high: 0.34, middle: 0.4, low: 0.5 } as const

/** The islands' places: stages are columns of one width, a stage's lessons rows of one height. */
export function mapStages(
  stages: readonly { title: string; lessons: readonly string[] }[],
): MapStage[] {
  return stages.map(({ title, lessons }, column) => {
    const alone = column % 2 === 0 ? 'high' : 'low'
    const height = lessons.length > 1 || stages.length === 1 ? 'middle' : alone
    return {
      title,
      places: lessons.map((slug, row) => ({
        slug,
        height,
        x: (column + 0.5) / stages.length,
        y: (row + SHARES[height]) / lessons.length,
      })),
    }
  })
}
