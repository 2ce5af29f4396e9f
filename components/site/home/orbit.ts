/** Distances of the home page's figure, in kilometres from Earth's centre unless named otherwise. */
export const EARTH_RADIUS = 6371
export const MOON_DISTANCE = 384_400
export const MOON_RADIUS = 1737
export const EINSTEIN_PROBE = EARTH_RADIUS + 600
export const SMILE = { perigee: EARTH_RADIUS + 5000, apogee: EARTH_RADIUS + 121_000 }

/** Earth's gravity, km³/s². */
const GRAVITY = 398_600.4

export interface Ellipse {
  /** From Earth's centre to the ellipse's, along the long axis. */
  centre: number
  long: number
  short: number
}

export function ellipse({ perigee, apogee }: { perigee: number; apogee: number }): Ellipse {
  const long = (perigee + apogee) / 2
  return { centre: apogee - long, long, short: Math.sqrt(perigee * apogee) }
}

/**
 * Where a spacecraft is at equal steps of time through one turn, by Kepler's equation. Distances
 * in kilometres from Earth's centre: `along` the long axis towards the apogee, `across` it.
 */
export function equalSteps(
  orbit: { perigee: number; apogee: number },
  hours: number,
): { along: number; across: number }[] {
  const { centre, long, short } = ellipse(orbit)
  const eccentricity = centre / long
  const turn = (2 * Math.PI * Math.sqrt(long ** 3 / GRAVITY)) / 3600
  return Array.from({ length: Math.floor(turn / hours) + 1 }, (_, step) => {
    // Counted from the apogee, so that the dots lie alike on both sides of it.
    const mean = Math.PI + (2 * Math.PI * (step - Math.floor(turn / hours / 2)) * hours) / turn
    let anomaly = mean
    for (let round = 0; round < 30; round++)
      anomaly -=
        (anomaly - eccentricity * Math.sin(anomaly) - mean) / (1 - eccentricity * Math.cos(anomaly))
    return { along: centre - long * Math.cos(anomaly), across: short * Math.sin(anomaly) }
  })
}
