import { expect, test } from '@/tests/support/browser'
import { becomeMember } from '@/tests/support/forms'
import { begin, COURSE, EVERY_KIND, LESSON, QUIZ } from '@/tests/support/quizzes'
import { prerendered, servedFiles } from '@/tests/support/served'

test.use({ allowedComplaints: [/404/] })

const EXPECTED = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('camera=()'),
}

const script = servedFiles().find((file) => file.endsWith('.js') && file.startsWith('.next')) ?? ''

/** One address for each way in which an answer comes about. */
const CLASSES: Record<string, string> = {
  'a page rendered on request': '/',
  'a page made at the build': LESSON,
  'a redirect': '/account',
  'a page that is not there': '/nowhere',
  'a page that is not there under a known folder': `${COURSE}/lessons/nothing`,
  'an attempt that is not there': '/attempts/1',
  'an answer for machines': '/api/health',
  'a refusal for machines': '/api/attempts/1/responses/q',
  'an unknown address for machines': '/api/nothing',
  'a script': script.replace('.next/', '/_next/'),
  'a script that is not there': '/_next/static/nothing.js',
  'a public file': '/theme.js',
  'the worker': '/sw.js',
  'the manifest': '/manifest.webmanifest',
  'the page for no network': '/offline',
  'public keys': '/api/badges/keys',
  'an icon': '/icon.svg',
  'the icon by the name that browsers try': '/favicon.ico',
}

test('every class of answer carries the security headers', async ({ request }) => {
  for (const [what, address] of Object.entries(CLASSES)) {
    const answer = await request.get(address, { maxRedirects: 0 })
    expect.soft(answer.headers(), `${what}, ${address}`).toMatchObject(EXPECTED)
    expect(answer.headers(), what).not.toHaveProperty('x-powered-by')
  }
  expect((await request.get('/favicon.ico')).headers()['content-type']).toContain('image/svg')
  const refused = await request.put('/api/attempts/1/responses/q', { data: {} })
  expect(refused.headers()).toMatchObject(EXPECTED)
  for (const address of ['/', '/sign-in', '/api/health']) {
    const foreign = await request.post(address, { headers: { origin: 'https://evil.example' } })
    expect(foreign.status(), address).toBeGreaterThanOrEqual(400)
    expect(foreign.headers(), address).toMatchObject({ 'x-content-type-options': 'nosniff' })
  }
})

const PAGES = [
  '/',
  '/sign-in',
  '/sign-up',
  '/join',
  '/progress',
  '/nowhere',
  COURSE,
  QUIZ,
  EVERY_KIND,
]

/** What a policy has to say, whichever way its scripts are named. */
function expectStrict(policy: string | undefined, address: string) {
  const parts = new Map(
    (policy ?? '').split('; ').map((part) => {
      const [name = '', ...sources] = part.split(' ')
      return [name, sources] as const
    }),
  )
  const scripts = parts.get('script-src') ?? []
  expect(scripts, address).toContain("'self'")
  for (const each of scripts) expect(each, address).toMatch(/^'(self|sha256-.+|nonce-.+)'$/)
  expect(parts.get('default-src'), address).toEqual(["'self'"])
  expect(parts.get('style-src'), address).toEqual(["'self'"])
  expect(parts.get('object-src'), address).toEqual(["'none'"])
  expect(parts.get('base-uri'), address).toEqual(["'none'"])
  expect(parts.get('form-action'), address).toEqual(["'self'"])
  expect(parts.get('frame-ancestors'), address).toEqual(["'none'"])
}

test('every page has a policy that names its scripts, and breaks none of it', async ({ page }) => {
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error('policy', event.violatedDirective, event.blockedURI),
    ),
  )
  await becomeMember(page, 'Jo')
  const attempt = await begin(page, QUIZ, 'test')
  const own = [attempt, `${attempt}/review`, '/classes', '/account', '/join/22222222']
  const nonces = new Set<string>()
  for (const address of [...PAGES, ...prerendered(), ...own]) {
    if (/\.(svg|webmanifest)$|^\/_/.test(address)) continue
    const answer = await page.goto(address)
    const policy = answer?.headers()['content-security-policy']
    expectStrict(policy, address)
    const [nonce] = /nonce-[^']+/.exec(policy ?? '') ?? []
    if (nonce) {
      expect(nonces.has(nonce), 'a nonce is used once').toBe(false)
      nonces.add(nonce)
    }
  }
})

test('what belongs to one person is never stored on the way', async ({ page }) => {
  await becomeMember(page, 'Kim')
  const attempt = await begin(page, QUIZ, 'test')
  for (const address of [
    attempt,
    `${attempt}/review`,
    '/progress',
    '/classes',
    '/account',
    '/',
    QUIZ,
  ]) {
    const answer = await page.context().request.get(address)
    expect(answer.headers()['cache-control'], address).toMatch(/no-store/)
  }
})
