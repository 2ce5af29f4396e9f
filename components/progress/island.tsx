import type { Level } from '@/lib/domain/mastery'
import { contour, summit } from './coast'

export type IslandSize = 'small' | 'medium' | 'large' | 'map'

/** What each level adds to the coast. The island on the map also has water round it. */
const lines: Record<Level, { isLand: boolean; inner: number; hasPeak: boolean }> = {
  'not-started': { isLand: false, inner: 0, hasPeak: false },
  attempted: { isLand: true, inner: 0, hasPeak: false },
  familiar: { isLand: true, inner: 1, hasPeak: false },
  proficient: { isLand: true, inner: 2, hasPeak: false },
  mastered: { isLand: true, inner: 2, hasPeak: true },
}

const INNER = [
  { scale: 27 / 38, roughness: 0.9, drift: 2.5 },
  { scale: 17 / 38, roughness: 0.8, drift: 5 },
]
const WATER = [
  { scale: 1.12, opacity: 0.75 },
  { scale: 1.26, opacity: 0.5 },
  { scale: 1.43, opacity: 0.3 },
  { scale: 1.63, opacity: 0.16 },
]
const water: Record<IslandSize, number> = { small: 0, medium: 0, large: 2, map: 4 }

/**
 * A lesson or skill as an island whose contour lines are the level reached in it. It is a picture
 * only: the level's word has to stand beside it.
 *
 * @param seed the lesson's slug, from which the coast follows
 */
export function Island({ seed, level, size }: { seed: string; level: Level; size: IslandSize }) {
  const { isLand, inner, hasPeak } = lines[level]
  const peak = summit(seed, 5)
  return (
    <svg
      className={`isle isle-${size}`}
      viewBox="-50 -50 100 100"
      aria-hidden="true"
      focusable="false"
    >
      {isLand &&
        WATER.slice(0, water[size]).map(({ scale, opacity }) => (
          <path key={scale} className="sea" d={contour(seed, scale)} opacity={opacity} />
        ))}
      <path className={isLand ? 'land' : 'none'} d={contour(seed, 1)} />
      {INNER.slice(0, inner).map(({ scale, roughness, drift }) => (
        <path key={scale} className="tint" d={contour(seed, scale, roughness, drift)} />
      ))}
      {hasPeak && <path className="peak" d={`M${peak.x} ${peak.y - 9}l8 14h-16z`} />}
    </svg>
  )
}
