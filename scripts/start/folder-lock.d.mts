/**
 * Takes the data folder for this process, making it where it is missing; throws a Refusal when
 * another process holds it. `recovered`: the last holder ended without giving it back.
 */
export function takeFolder(folder: string): Promise<{ recovered: boolean }>
