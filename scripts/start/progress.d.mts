/** One calm line. */
export function say(line: string): void
/** Does something that takes long and shows that it goes on; a failure passes through. */
export function progress<T>(subject: string, doing: string, work: () => Promise<T>): Promise<T>
