/** Where the service worker keeps the pages of lessons that were opened. */
const PAGES = 'pages-v1'

const isLesson = (address: string) => new URL(address).pathname.includes('/lessons/')

async function lessonsIn(pages: Cache): Promise<Request[]> {
  return (await pages.keys()).filter(({ url }) => isLesson(url))
}

/** The paths of the lessons that this device keeps, the last one first. */
export async function keptLessons(): Promise<string[]> {
  if (!('caches' in window)) return []
  const kept = await lessonsIn(await caches.open(PAGES))
  return kept.map(({ url }) => new URL(url).pathname).reverse()
}

/** Takes them from this device. */
export async function forgetLessons(): Promise<void> {
  if (!('caches' in window)) return
  const pages = await caches.open(PAGES)
  for (const request of await lessonsIn(pages)) await pages.delete(request)
}
