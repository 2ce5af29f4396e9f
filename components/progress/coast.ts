import { mix } from '@/lib/domain/mix'

/** The coast and the inner lines of an island, as paths round the point 0,0 of a box 100 wide. */
const RADIUS = 38
const POINTS = 40
const WAVES = [
  { turns: 2, height: 0.13 },
  { turns: 3, height: 0.1 },
  { turns: 5, height: 0.055 },
  { turns: 7, height: 0.03 },
]

const phase = (seed: string, turns: number) =>
  (Number(mix(`${seed}/${turns}`) % 3600n) / 3600) * 2 * Math.PI

const round = (value: number) => Math.round(value * 10) / 10

/** A closed Catmull-Rom curve through the points, written as Béziers. */
function closedCurve(points: readonly (readonly [number, number])[]): string {
  const at = (place: number) => points[(place + points.length) % points.length] ?? [0, 0]
  const start = at(0)
  const curves = points.map((_, place) => {
    const [before, from, to, after] = [at(place - 1), at(place), at(place + 1), at(place + 2)]
    const control = [
      from[0] + (to[0] - before[0]) / 6,
      from[1] + (to[1] - before[1]) / 6,
      to[0] - (after[0] - from[0]) / 6,
      to[1] - (after[1] - from[1]) / 6,
    ]
    return `C${[...control, to[0], to[1]].map(round).join(' ')}`
  })
  return `M${round(start[0])} ${round(start[1])}${curves.join('')}Z`
}

/**
 * One contour of the island that belongs to `seed`; the same seed always gives the same coast.
 *
 * @param scale 1 for the coast, less for a line further in, more for a line in the water
 * @param roughness how much of the coast's waves the line keeps, 0 to 1
 * @param drift how far the line's centre lies from the island's, in units of the box
 */
export function contour(seed: string, scale: number, roughness = 1, drift = 0): string {
  const phases = WAVES.map((wave) => ({ ...wave, phase: phase(seed, wave.turns) }))
  const bearing = phase(seed, 1)
  const points = Array.from({ length: POINTS }, (_, place) => {
    const angle = (place / POINTS) * 2 * Math.PI
    const wave = phases.reduce(
      (sum, { turns, height, phase: shift }) => sum + height * Math.cos(turns * angle + shift),
      0,
    )
    const radius = RADIUS * scale * (1 + roughness * wave)
    return [
      radius * Math.cos(angle) + drift * Math.cos(bearing),
      radius * Math.sin(angle) + drift * Math.sin(bearing),
    ] as const
  })
  return closedCurve(points)
}

/** Where the innermost line's centre lies: the foot of the summit. */
export function summit(seed: string, drift: number): { x: number; y: number } {
  const bearing = phase(seed, 1)
  return { x: round(drift * Math.cos(bearing)), y: round(drift * Math.sin(bearing)) }
}
