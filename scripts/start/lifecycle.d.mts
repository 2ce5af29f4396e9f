/** Registers work for the end of the process; what was registered last ends first. */
export function onStop(ending: () => void | Promise<void>): void
/** Whether the end has begun. */
export function isStopping(): boolean
/** Ends everything that was registered and then the process; further calls change nothing. */
export function stop(code: number): Promise<never>
/** Says why the work failed and stops with exit code 1: a Refusal is its sentence alone. */
export function fail(error: unknown): Promise<never>
/** Ctrl-C, a closed terminal and a polite kill end everything in order. */
export function stopOnSignals(): void
