/**
 * What only the development server needs: React and hot reloading evaluate code, put styles inline
 * and listen on a socket. A build never has it.
 */
const DEVELOPMENT = { scripts: " 'unsafe-eval'", styles: " 'unsafe-inline'", connect: ' ws:' }
const BUILD = { scripts: '', styles: '', connect: '' }

/**
 * The Content-Security-Policy of a page. The inline scripts that Next writes are named by hash
 * where a page is prerendered (scripts/stamp-csp.mjs) and by nonce where it is rendered per
 * request (proxy.ts). No disk access here: it is bundled into the proxy.
 * @param {string[]} scripts sources such as "'sha256-…'" or "'nonce-…'"
 * @param {string | undefined} mode `development` for the development server
 * @returns {string}
 */
export function contentSecurityPolicy(scripts = [], mode = process.env.NODE_ENV) {
  const more = mode === 'development' ? DEVELOPMENT : BUILD
  return [
    "default-src 'self'",
    ["script-src 'self'", ...scripts].join(' ') + more.scripts,
    `style-src 'self'${more.styles}`,
    "img-src 'self' data:",
    `connect-src 'self'${more.connect}`,
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
