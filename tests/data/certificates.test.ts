import { createPublicKey, verify } from 'node:crypto'
import fc from 'fast-check'
import { CompactSign, compactVerify, decodeProtectedHeader, importJWK } from 'jose'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signClaims } from '@/lib/auth/signing-key'
import {
  findCertificate,
  findOwnCertificate,
  isOwnCertificate,
  listRevoked,
  recordCertificate,
  revokeCertificate,
} from '@/lib/data/certificates'
import { db, disconnect } from '@/lib/data/db'
import { listPublicKeys } from '@/lib/data/signing-keys'
import { badgeAddresses, badgeClaims } from '@/lib/exchange/open-badge'
import { verifyCertificate } from '@/scripts/certificate/verify'
import { newMember } from '@/tests/support/people'
import { the } from '@/tests/support/the'
import { after, noon } from '@/tests/support/versions'

afterAll(disconnect)

const base = 'https://learn.example'
const course = {
  ...{ slug: 'paris', title: 'Paris', summary: 'A course.', objectives: ['tell it', 'show it'] },
}
const certificateFor = (name: string) => ({ id: uuid(), name, issuedAt: noon })
const sign = (name = 'Ada Ǻström') =>
  signClaims(
    badgeClaims(base, 'Rendezvous', certificateFor(name), course),
    badgeAddresses(base).key,
    noon,
  )
const keysFile = async () => JSON.stringify({ keys: await listPublicKeys() })

describe('a signed credential', () => {
  let credential: string
  let keys: string
  beforeAll(async () => {
    credential = await sign()
    keys = await keysFile()
  })

  it('is verified by plain Ed25519 with the published key, without any code of ours', async () => {
    const [head = '', body = '', signature = ''] = credential.split('.')
    const [jwk] = await listPublicKeys()
    const key = createPublicKey({ key: the(jwk) as { kty: string }, format: 'jwk' })
    const signed = Buffer.from(`${head}.${body}`)
    expect(verify(null, signed, key, Buffer.from(signature, 'base64url'))).toBe(true)
    expect(decodeProtectedHeader(credential)).toEqual({
      ...{ alg: 'EdDSA', typ: 'JWT', kid: `${base}/api/badges/keys/${the(jwk).kid}` },
    })
  })

  it('is an Open Badges 3.0 credential that says who, what and when', () => {
    const claims = JSON.parse(Buffer.from(credential.split('.')[1] ?? '', 'base64url').toString())
    expect(claims).toMatchObject({
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      validFrom: noon.toISOString(),
      issuer: { id: `${base}/api/badges/issuer`, type: ['Profile'] },
      credentialSubject: {
        type: ['AchievementSubject'],
        identifier: [{ identityHash: 'Ada Ǻström', hashed: false }],
        achievement: { id: `${base}/api/badges/achievements/paris`, type: ['Achievement'] },
      },
      credentialStatus: { type: '1EdTechRevocationList' },
      iss: `${base}/api/badges/issuer`,
    })
    expect(claims.jti).toBe(claims.id)
  })

  it('is told valid in words by the command, with nothing but the two files', async () => {
    const told = await verifyCertificate(credential, keys)
    expect(told.isValid).toBe(true)
    expect(told.sentence).toMatch(
      /^Valid: Ada Ǻström reached “Paris” on 2026-11-22, says Rendezvous/,
    )
  })

  it('is told changed wherever one sign of it is another one', async () => {
    const place = fc.integer({ min: 0, max: credential.length - 1 })
    await fc.assert(
      fc.asyncProperty(place, fc.constantFrom('A', 'z', '0', '_', '.'), async (at, sign) => {
        // The last sign carries bits that no byte takes from it.
        fc.pre(credential[at] !== sign && at < credential.length - 1)
        const changed = credential.slice(0, at) + sign + credential.slice(at + 1)
        expect((await verifyCertificate(changed, keys)).isValid).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('is not valid unsigned, by another kind of key, or by a key that was not published', async () => {
    const [head = '', body = ''] = credential.split('.')
    const header = JSON.parse(Buffer.from(head, 'base64url').toString())
    const headed = (more: object) =>
      Buffer.from(JSON.stringify({ ...header, ...more })).toString('base64url')
    const [jwk] = await listPublicKeys()
    const secret = new TextEncoder().encode(String(the(jwk).x))
    const hmac = await new CompactSign(Buffer.from(body, 'base64url'))
      .setProtectedHeader({ ...header, alg: 'HS256' })
      .sign(secret)
    for (const forged of [
      `${headed({ alg: 'none' })}.${body}.`,
      hmac,
      '',
      'a.b.c',
      `${credential}x.y`,
    ])
      expect((await verifyCertificate(forged, keys)).isValid, forged.slice(0, 20)).toBe(false)
    expect((await verifyCertificate(credential, '{"keys":[]}')).isValid).toBe(false)
    expect((await verifyCertificate(credential, 'nonsense')).isValid).toBe(false)
  })

  it('is signed with one key however many ask at once, whose private half stands nowhere', async () => {
    await Promise.all(Array.from({ length: 5 }, () => sign()))
    const rows = await db().signingKey.findMany()
    expect(rows).toHaveLength(1)
    expect(Buffer.from(the(rows[0]).privateKey).toString('latin1')).not.toContain('PRIVATE KEY')
    expect(JSON.stringify(await listPublicKeys())).not.toContain('"d"')
  })

  it('stays valid when the key cannot be read any more: another one is made beside it', async () => {
    await db().signingKey.updateMany({ data: { privateKey: new Uint8Array(60) } })
    const later = await sign('Grace')
    const both = await keysFile()
    expect(await listPublicKeys()).toHaveLength(2)
    for (const each of [credential, later])
      expect((await verifyCertificate(each, both)).isValid).toBe(true)
    const jwk = (await listPublicKeys()).find(({ kid }) =>
      decodeProtectedHeader(later).kid?.endsWith(String(kid)),
    )
    await compactVerify(later, await importJWK(the(jwk), 'EdDSA'))
  })
})

describe('a certificate', () => {
  const made = (name: string) => ({
    ...certificateFor(name),
    ...{ courseSlug: 'paris', courseTitle: 'Paris', credential: 'signed' },
  })

  it('is one for each learner and course, however often it is asked for', async () => {
    const viewer = await newMember()
    const ids = await Promise.all([1, 2, 3].map(() => recordCertificate(viewer, made('Ada'))))
    expect(new Set(ids).size).toBe(1)
    const [id] = ids
    expect((await findOwnCertificate(viewer, 'paris'))?.id).toBe(id)
    expect(await findOwnCertificate(viewer, 'elsewhere')).toBeNull()
  })

  it('can be taken back by its owner alone, once; then another one can be made', async () => {
    const [viewer, other] = [await newMember(), await newMember()]
    const id = await recordCertificate(viewer, made('Ada'))
    expect(await isOwnCertificate(other, id)).toBe(false)
    expect(await revokeCertificate(other, id, after(1))).toBe(false)
    expect(await revokeCertificate(viewer, id, after(2))).toBe(true)
    expect(await revokeCertificate(viewer, id, after(3))).toBe(false)
    expect((await findCertificate(id))?.revokedAt).toEqual(after(2))
    expect((await listRevoked()).map((each) => each.id)).toContain(id)
    expect(await recordCertificate(viewer, made('Ada'))).not.toBe(id)
  })
})
