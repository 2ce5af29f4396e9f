import type { MapPlace, MapStage } from './map-places'

const BOX = 1000

function leg(from: MapPlace, to: MapPlace): string {
  const [x1, y1, x2, y2] = [from.x * BOX, from.y * BOX, to.x * BOX, to.y * BOX]
  const middle = (x1 + x2) / 2
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`
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
    (stages[at + 1]?.places ?? []).flatMap((to) => stage.places.map((from) => ({ from, to }))),
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
