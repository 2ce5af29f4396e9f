const KEY = 'attempt-page'

const newName = () =>
  [...crypto.getRandomValues(new Uint8Array(8))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')

let name: string | null = null

/** Takes the name out of the tab's storage while the page lives, so that a copy of the tab has none. */
function take(): string | null {
  try {
    const kept = sessionStorage.getItem(KEY)
    sessionStorage.removeItem(KEY)
    return kept
  } catch {
    return null
  }
}

function leave() {
  try {
    if (name) sessionStorage.setItem(KEY, name)
  } catch {
    // Where a tab keeps nothing, a page that is loaded anew has a new name.
  }
}

/** What this tab calls itself, the same after a reload and on the next page. For browsers only. */
export function pageName(): string {
  if (name === null) {
    name = take() ?? newName()
    window.addEventListener('pagehide', leave)
    window.addEventListener('pageshow', () => void take())
  }
  return name
}
