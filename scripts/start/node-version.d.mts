/** One sentence that refuses a Node version such as "18.0.0", or an empty string. */
export function refuseOldNode(version: string): string
