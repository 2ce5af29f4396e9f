/** The Content-Security-Policy of a page; `scripts` are sources such as "'nonce-…'". */
export function contentSecurityPolicy(scripts?: string[]): string
