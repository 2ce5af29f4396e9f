import type { Certificate } from '@/lib/domain/certificate'

/** What a credential says of a course. */
export interface BadgeCourse {
  slug: string
  title: string
  summary: string
  /** In words, each completing "You can …". */
  objectives: readonly string[]
}

/** Addresses of the instance that issues, all of which can be asked without signing in. */
export const badgeAddresses = (base: string) => ({
  issuer: `${base}/api/badges/issuer`,
  achievement: (course: string) => `${base}/api/badges/achievements/${course}`,
  key: (kid: string) => `${base}/api/badges/keys/${kid}`,
  revocations: `${base}/api/badges/revocations`,
  credential: (id: string) => `${base}/api/certificates/${id}`,
})

const CONTEXT = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
]

/** The profile of the instance. */
export const issuerProfile = (base: string, name: string) => ({
  id: badgeAddresses(base).issuer,
  type: ['Profile'],
  name,
  url: base,
})

/** What was achieved: the same for everybody who holds a certificate of the course. */
export const achievementOf = (base: string, { slug, title, summary, objectives }: BadgeCourse) => ({
  id: badgeAddresses(base).achievement(slug),
  type: ['Achievement'],
  achievementType: 'Certificate',
  name: title,
  description: summary,
  criteria: {
    narrative: `Every objective of the course stands at Proficient or above. You can: ${objectives.join('; ')}.`,
  },
})

/**
 * A certificate as an Open Badges 3.0 credential (1EdTech), in the data model of W3C Verifiable
 * Credentials 2.0, with the claims of a JSON Web Token that repeat it. It names its holder and nothing
 * else of them. Not signed yet.
 *
 * @param base the instance's address without a slash at the end
 */
export function badgeClaims(
  base: string,
  issuerName: string,
  { id, name, issuedAt }: Pick<Certificate, 'id' | 'name' | 'issuedAt'>,
  course: BadgeCourse,
) {
  const at = badgeAddresses(base)
  const validFrom = issuedAt.toISOString()
  return {
    '@context': CONTEXT,
    id: at.credential(id),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: course.title,
    issuer: issuerProfile(base, issuerName),
    validFrom,
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', hashed: false, identityHash: name, identityType: 'name' },
      ],
      achievement: achievementOf(base, course),
    },
    credentialStatus: { id: at.revocations, type: '1EdTechRevocationList' },
    iss: at.issuer,
    jti: at.credential(id),
    nbf: Math.floor(issuedAt.getTime() / 1000),
  }
}
