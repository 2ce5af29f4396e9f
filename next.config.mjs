import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts')

// Scripts are left out on purpose: a policy here would be sent beside the one that each page
// carries itself, and both would apply.
const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  },
]
const https = process.env.NEXTAUTH_URL?.startsWith('https://')
if (https) headers.push({ key: 'Strict-Transport-Security', value: 'max-age=31536000' })

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pino', 'prom-client', 'sql.js'],
  // Two files of 1 MB, and a little more, so that one which is too long is told so in a sentence.
  experimental: { serverActions: { bodySizeLimit: '3mb' } },
  // Types are a step of `npm test`; a start must not depend on packages that only tests need.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [{ source: '/:path*', headers }],
  // Browsers ask for it by this name while they have not read a page's own link yet.
  rewrites: async () => [
    { source: '/favicon.ico', destination: '/icon.svg' },
    // Where verifiers look for the keys of an instance.
    { source: '/.well-known/jwks.json', destination: '/api/badges/keys' },
  ],
}

export default withNextIntl(config)
