// Keeps the lessons that were opened on this device, with what they need to be shown, and one page for
// when there is no network. Nothing personal is ever kept: no other page, nothing under /api, no form.
const PAGES = 'pages-v1'
const FILES = 'files-v1'
const OFFLINE = '/offline'
/** The review as the device keeps it: the page says what, and the device alone knows. */
const REVIEW = '/offline/review'
/** So many lessons at most; the one that was opened longest ago goes first. */
const MOST = 60
/** Over so many files those that no kept page names are taken away. */
const CROWD = 400

const isLesson = ({ pathname }) => /^\/courses\/[^/]+\/lessons\/[^/]+$/.test(pathname)
const isFile = ({ pathname }) =>
  pathname.startsWith('/_next/static/') || /^\/(theme\.js|icon[\w-]*\.(svg|png))$/.test(pathname)
/** Files that never change under their name. */
const isFixed = ({ pathname }) => pathname.startsWith('/_next/static/')

/** The files that a page names, in its text and in what Next writes into it. */
const filesIn = (html) => [
  ...new Set([...html.matchAll(/\/_next\/static\/[\w./~-]+/g)].map(([file]) => file)),
]

async function keepFiles(html) {
  const files = await caches.open(FILES)
  await Promise.all(
    ['/theme.js', '/icon.svg', ...filesIn(html)].map(async (file) => {
      if (await files.match(file)) return
      const response = await fetch(file)
      if (response.ok) await files.put(file, response)
    }),
  )
}

/** Keeps a page and all that it needs; a full or failing store is no error for whoever reads. */
async function keepPage(address, response) {
  try {
    const html = await response.clone().text()
    await keepFiles(html)
    const pages = await caches.open(PAGES)
    // Put anew, it stands last: the first one is the one that was opened longest ago.
    await pages.delete(address)
    await pages.put(address, response)
    const kept = (await pages.keys()).filter(({ url }) => isLesson(new URL(url)))
    for (const old of kept.slice(0, Math.max(0, kept.length - MOST))) await pages.delete(old)
    await sweep(pages)
  } catch {
    // It is read from the network then.
  }
}

async function sweep(pages) {
  const files = await caches.open(FILES)
  const all = await files.keys()
  if (all.length <= CROWD) return
  const named = new Set()
  for (const request of await pages.keys()) {
    const page = await pages.match(request)
    for (const file of filesIn((await page?.text()) ?? '')) named.add(file)
  }
  for (const request of all) {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/_next/') && !named.has(pathname)) await files.delete(request)
  }
}

self.addEventListener('install', (event) => {
  event.waitUntil(
    Promise.all(
      [OFFLINE, REVIEW].map((address) =>
        fetch(address, { cache: 'reload' }).then((response) =>
          response.ok ? keepPage(address, response) : undefined,
        ),
      ),
    ).then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names.filter((name) => ![PAGES, FILES].includes(name)).map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  )
})

/** A page that is opened: from the network, else as it is kept, else the page that says what there is. */
async function open(request, address, keep) {
  try {
    const response = await fetch(request)
    if (keep && response.ok && !response.redirected)
      keep(keepPage(address.pathname, response.clone()))
    return response
  } catch {
    const pages = await caches.open(PAGES)
    const name = address.pathname === '/review' ? REVIEW : address.pathname
    const isOurs = isLesson(address) || name === REVIEW
    const kept = isOurs ? await pages.match(name) : undefined
    return kept ?? (await pages.match(OFFLINE)) ?? Response.error()
  }
}

/** A file: what never changes as it is kept, the others as they are now. */
async function file(request, address) {
  const files = await caches.open(FILES)
  const kept = await files.match(address.pathname)
  if (kept && isFixed(address)) return kept
  try {
    const response = await fetch(request)
    if (response.ok) await files.put(address.pathname, response.clone()).catch(() => undefined)
    return response
  } catch {
    return kept ?? Response.error()
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const address = new URL(request.url)
  if (request.method !== 'GET' || address.origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    const keep = isLesson(address) ? (work) => event.waitUntil(work) : null
    event.respondWith(open(request, address, keep))
  } else if (isFile(address)) event.respondWith(file(request, address))
})

// A page may ask for itself to be kept: the first one of a device is opened before this runs.
self.addEventListener('message', (event) => {
  const address = new URL(String(event.data?.keep ?? ''), self.location.origin)
  if (address.origin !== self.location.origin || !isLesson(address)) return
  event.waitUntil(
    fetch(address.pathname)
      .then((response) => (response.ok ? keepPage(address.pathname, response) : undefined))
      .catch(() => undefined),
  )
})
