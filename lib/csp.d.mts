/**
 * The Content-Security-Policy of a page; `scripts` are sources such as "'nonce-…'", `mode` is
 * `development` for the development server.
 */
export function contentSecurityPolicy(scripts?: string[], mode?: string): string
