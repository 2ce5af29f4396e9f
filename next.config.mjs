import createNextIntlPlugin from 'next-intl/plugin'
import { everyAnswer } from './lib/headers.mjs'

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts')

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pino', 'prom-client', 'sql.js'],
  // Two files of 1 MB, and a little more, so that one which is too long is told so in a sentence.
  experimental: { serverActions: { bodySizeLimit: '3mb' } },
  // Types are a step of `npm test`; a start must not depend on packages that only tests need.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [{ source: '/:path*', headers: everyAnswer }],
  // Browsers ask for it by this name while they have not read a page's own link yet.
  rewrites: async () => [
    { source: '/favicon.ico', destination: '/icon.svg' },
    // Where verifiers look for the keys of an instance.
    { source: '/.well-known/jwks.json', destination: '/api/badges/keys' },
  ],
}

export default withNextIntl(config)
