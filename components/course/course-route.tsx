import type { MapPlace, MapStage } from './map-places'

const BOX = 1000

function leg(from: MapPlace, to: MapPlace): string {
  const [x1, y1, x2, y2] = [from.x * BOX, from.y * BOX, to.x * BOX, to.y * BOX]
  const middle = (x1 + x2) / 2
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`
}

/** How much further than the nearest island a leg may go, as a share of the map's height. */
const SPARE = 0.1

/** Legs between two stages: from and to every island at least one, and none across the whole map. */
function legsBetween(froms: readonly MapPlace[], tos: readonly MapPlace[]) {
  const rise = (a: MapPlace, b: MapPlace) => Math.abs(a.y - b.y)
  const isNear = (one: MapPlace, other: MapPlace, all: readonly MapPlace[]) =>
    rise(one, other) <= Math.min(...all.map((each) => rise(one, each))) + SPARE
  return froms.flatMap((from) =>
    tos
      .filter((to) => isNear(from, to, tos) || isNear(to, from, froms))
      .map((to) => ({ from, to })),
  )
}

/**
 * The route between the islands: drawn through where the reader has been, dotted ahead. The box is
 * stretched over the map, since islands stand at shares of its width and height.
 */
export function CourseRoute({
  stages,
  isReached,
}: {
  stages: readonly MapStage[]
  isReached: (slug: string) => boolean
}) {
  const legs = stages.flatMap((stage, at) =>
    legsBetween(stage.places, stages[at + 1]?.places ?? []),
  )
  return (
    <svg
      className="map-route drawing"
      viewBox={`0 0 ${BOX} ${BOX}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {legs.map(({ from, to }) => (
        <path
          key={`${from.slug}/${to.slug}`}
          className={isReached(from.slug) && isReached(to.slug) ? undefined : 'ahead'}
          d={leg(from, to)}
        />
      ))}
    </svg>
  )
}
