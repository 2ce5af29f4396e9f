// Runs right after `next build`: gives every prerendered page its Content-Security-Policy. Next
// sends the headers that it finds in the .meta file beside a prerendered page.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
// biome-ignore lint/style/noRestrictedImports: plain Node runs this and does not know the alias
import { contentSecurityPolicy } from '../lib/csp.mjs'

const APP = '.next/server/app'

/** The hashes of a page's inline scripts; blocks of data need none. */
function inlineHashes(html) {
  const hashes = new Set()
  for (const [, attributes, body] of html.matchAll(/<script((?:\s[^>]*)?)>([\s\S]*?)<\/script>/g)) {
    if (/\ssrc=/.test(attributes) || /\stype="application\//.test(attributes)) continue
    hashes.add(`'sha256-${createHash('sha256').update(body).digest('base64')}'`)
  }
  return [...hashes]
}

function stamp(page) {
  const html = `${APP}${page}.html`
  const meta = `${APP}${page}.meta`
  if (!existsSync(html) || !existsSync(meta)) return 0
  const data = JSON.parse(readFileSync(meta, 'utf8'))
  const policy = contentSecurityPolicy(inlineHashes(readFileSync(html, 'utf8')))
  data.headers = { ...data.headers, 'content-security-policy': policy }
  writeFileSync(meta, JSON.stringify(data))
  return 1
}

const { routes } = JSON.parse(readFileSync('.next/prerender-manifest.json', 'utf8'))
const pages = Object.keys(routes).map((route) => (route === '/' ? '/index' : route))
const stamped = [...new Set([...pages, '/_not-found', '/_global-error'])].map(stamp)
console.log(`Policy written for ${stamped.reduce((sum, one) => sum + one, 0)} prerendered pages.`)
