/** A point in the plane of the drawing, from the centre of the plate's sphere; x towards the plate. */
export interface Point {
  x: number
  y: number
}

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** The point at `radius` from the centre in the direction of `degrees`, counted from the plate's middle. */
export const pointAt = (degrees: number, radius: number): Point => ({
  x: radius * Math.cos(radians(degrees)),
  y: radius * Math.sin(radians(degrees)),
})

/**
 * Where a plate of this radius makes the image of a far source: in the source's own direction, on a
 * sphere about the same centre with half the radius (J. R. P. Angel, ApJ 233, 364, 1979).
 */
export const imageOf = (sourceDegrees: number, radius: number): Point =>
  pointAt(sourceDegrees, radius / 2)

/**
 * How far from the centre a ray crosses the source's direction after one reflection in a pore that
 * stands `offDegrees` (not 0, within ±80) aside from that direction. The pore points at the centre, so
 * the ray leaves it at the same angle on the other side, and the law of sines gives r / (2 cos δ).
 */
export const crossingFromCentre = (offDegrees: number, radius: number): number =>
  radius / (2 * Math.cos(radians(offDegrees)))
