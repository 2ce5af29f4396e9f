/** A body that is circled: its radius in km, and its mass times the constant of gravity in km³/s². */
interface Body {
  radiusKm: number
  mu: number
}

/** Mean radius, and the geocentric gravitational constant of WGS 84. */
export const EARTH: Body = { radiusKm: 6371, mu: 398_600.4418 }

export interface Orbit {
  body: Body
  /** Half of the longest diameter, in km. */
  semiMajorKm: number
  /** 0 for a circle, below 1. */
  eccentricity: number
  periodHours: number
}

/**
 * The orbit between two heights above the surface, in km. The period follows from Kepler's third
 * law, T = 2π √(a³/μ). Throws a RangeError where the lower height is negative or above the other.
 */
export function orbitBetween(lowestKm: number, highestKm: number, body: Body = EARTH): Orbit {
  if (!(lowestKm >= 0 && highestKm >= lowestKm && Number.isFinite(highestKm)))
    throw new RangeError(`No orbit lies between ${lowestKm} and ${highestKm} km`)
  const near = body.radiusKm + lowestKm
  const far = body.radiusKm + highestKm
  const semiMajorKm = (near + far) / 2
  const periodHours = (2 * Math.PI * Math.sqrt(semiMajorKm ** 3 / body.mu)) / 3600
  return { body, semiMajorKm, eccentricity: (far - near) / (far + near), periodHours }
}

/**
 * The eccentric anomaly E for a mean anomaly M (both in radians): Kepler's equation M = E − e sin E,
 * by Newton's method, to about 1e-12. For 0 ≤ M ≤ 2π and 0 ≤ e < 1.
 */
export function eccentricAnomaly(mean: number, eccentricity: number): number {
  let anomaly = eccentricity < 0.8 ? mean : Math.PI
  for (let step = 0; step < 50; step++) {
    const error = anomaly - eccentricity * Math.sin(anomaly) - mean
    if (Math.abs(error) < 1e-13) break
    anomaly -= error / (1 - eccentricity * Math.cos(anomaly))
  }
  return anomaly
}

export interface OrbitState {
  /** From the body's centre, in km: towards the lowest point, and across, the way of the flight there. */
  alongKm: number
  acrossKm: number
  heightKm: number
  /** From the equation of energy, v² = μ (2/r − 1/a), in km/s. */
  speedKmS: number
}

/** Where a craft is so many hours after its lowest point, and how fast; any number of hours. */
export function stateAt(orbit: Orbit, hours: number): OrbitState {
  const { body, semiMajorKm: a, eccentricity: e, periodHours } = orbit
  const turns = hours / periodHours
  const anomaly = eccentricAnomaly(2 * Math.PI * (turns - Math.floor(turns)), e)
  const distance = a * (1 - e * Math.cos(anomaly))
  return {
    alongKm: a * (Math.cos(anomaly) - e),
    acrossKm: a * Math.sqrt(1 - e * e) * Math.sin(anomaly),
    heightKm: distance - body.radiusKm,
    speedKmS: Math.sqrt(body.mu * (2 / distance - 1 / a)),
  }
}

/**
 * What part of each turn, 0 to 1, is spent higher than `heightKm`: the mean anomaly runs evenly with
 * time, so it is 1 − M/π for the anomaly at which the craft rises through that height.
 */
export function shareAbove({ body, semiMajorKm, eccentricity }: Orbit, heightKm: number): number {
  const distance = heightKm + body.radiusKm
  if (distance <= semiMajorKm * (1 - eccentricity)) return 1
  if (distance >= semiMajorKm * (1 + eccentricity)) return 0
  const anomaly = Math.acos((1 - distance / semiMajorKm) / eccentricity)
  return 1 - (anomaly - eccentricity * Math.sin(anomaly)) / Math.PI
}
