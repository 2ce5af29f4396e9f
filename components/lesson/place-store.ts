/** Where the reader stopped, as this device keeps it. */
export interface KeptPlace {
  anchor: string
  /** How many milliseconds ago. */
  age: number
}

const PREFIX = 'rendezvous-place/'
const nameOf = (course: string, lesson: string) => `${PREFIX}${course}/${lesson}`

/** Null where nothing is kept, or the browser keeps nothing. */
export function keptPlace(course: string, lesson: string, now: number): KeptPlace | null {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(nameOf(course, lesson)) ?? 'null')
    return isPlace(kept) ? { anchor: kept.anchor, age: Math.max(0, now - kept.at) } : null
  } catch {
    return null
  }
}

const isPlace = (value: unknown): value is { anchor: string; at: number } =>
  typeof value === 'object' &&
  value !== null &&
  'anchor' in value &&
  typeof value.anchor === 'string' &&
  'at' in value &&
  typeof value.at === 'number'

/** Keeps a place, or with null forgets it; in private browsing and with a full store nothing happens. */
export function keepPlace(
  course: string,
  lesson: string,
  anchor: string | null,
  now: number,
): void {
  try {
    const name = nameOf(course, lesson)
    if (anchor === null) window.localStorage.removeItem(name)
    else window.localStorage.setItem(name, JSON.stringify({ anchor, at: now }))
  } catch {
    // The server keeps it for whoever has a session; for others it is lost with the page.
  }
}

/** The place that a body of the server names for a lesson; null where it names none. */
export function placeIn(body: unknown, lesson: string): KeptPlace | null {
  const places = typeof body === 'object' && body !== null && 'places' in body ? body.places : null
  const found = (places as Record<string, unknown> | null)?.[lesson]
  return typeof found === 'object' &&
    found !== null &&
    'anchor' in found &&
    typeof found.anchor === 'string' &&
    'age' in found &&
    typeof found.age === 'number'
    ? { anchor: found.anchor, age: found.age }
    : null
}

/** The newer of two places; the device's where they are equally old. */
export const newer = (device: KeptPlace | null, server: KeptPlace | null): KeptPlace | null =>
  device && (!server || device.age <= server.age) ? device : server

/** Takes all places from this device. */
export function forgetPlaces(): void {
  try {
    const names = Object.keys(window.localStorage)
    for (const name of names.filter((each) => each.startsWith(PREFIX)))
      window.localStorage.removeItem(name)
  } catch {
    // Nothing is kept here.
  }
}
