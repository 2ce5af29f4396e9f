/**
 * The Content-Security-Policy of a page. The inline scripts that Next writes are named by hash
 * where a page is prerendered (scripts/stamp-csp.mjs) and by nonce where it is rendered per
 * request (proxy.ts). No disk access here: it is bundled into the proxy.
 * @param {string[]} scripts sources such as "'sha256-…'" or "'nonce-…'"
 * @returns {string}
 */
export const contentSecurityPolicy = (scripts = []) =>
  [
    "default-src 'self'",
    ["script-src 'self'", ...scripts].join(' '),
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
