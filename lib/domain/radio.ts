/** The speed of light in a vacuum, in km/s, as it is defined. */
export const LIGHT_KM_S = 299_792.458

/** How long a signal takes one way over a distance in km, in seconds. */
export const lightTimeSeconds = (km: number): number => km / LIGHT_KM_S

/**
 * By what factor the power must grow for the same signal, when the distance grows from `fromKm` to
 * `toKm`: a beam spreads over an area, so with the square of the distance. Both above 0.
 */
export const powerFactor = (fromKm: number, toKm: number): number => (toKm / fromKm) ** 2
