/** Installs what the lockfile names, unless it is there already; throws a Refusal. */
export function installPackages(wanted: { development: boolean }): Promise<void>
/** Runs npm: the very one that started us where there is one. */
export function npm(words: string[]): Promise<{ code: number; output: string }>
