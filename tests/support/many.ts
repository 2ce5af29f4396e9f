/**
 * How often a law is tried: usually so that nobody waits, all of it with `MANY=1` (`npm run faults`).
 */
export const many = (usual: number, all: number): number => (process.env.MANY ? all : usual)

/** How long a test may take that tries so often, in milliseconds. */
export const patience = (): number => (process.env.MANY ? 1_200_000 : 20_000)
