import { compactVerify, decodeProtectedHeader, importJWK } from 'jose'
import { z } from 'zod'

const keysSchema = z.object({ keys: z.array(z.looseObject({ kid: z.string() })) })
const claimsSchema = z.looseObject({
  name: z.string(),
  validFrom: z.string(),
  issuer: z.looseObject({ name: z.string(), url: z.string() }),
  credentialSubject: z.looseObject({
    identifier: z.array(z.looseObject({ identityHash: z.string() })).min(1),
  }),
})

/**
 * Whether a credential was signed by one of these keys, and what it says; in words. It asks nobody: that
 * it has not been taken back since can be seen only online.
 *
 * @param keys the JWKS of the instance as text
 */
export async function verifyCertificate(
  credential: string,
  keys: string,
): Promise<{ isValid: boolean; sentence: string }> {
  try {
    const { kid, alg } = decodeProtectedHeader(credential)
    const name = kid?.split('/').at(-1)
    const key = keysSchema.parse(JSON.parse(keys)).keys.find((each) => each.kid === name)
    if (!key || alg !== 'EdDSA')
      return { isValid: false, sentence: 'Not valid: it was not signed with any of these keys.' }
    const { payload } = await compactVerify(credential, await importJWK(key, 'EdDSA'), {
      algorithms: ['EdDSA'],
    })
    const claims = claimsSchema.parse(JSON.parse(new TextDecoder().decode(payload)))
    const who = claims.credentialSubject.identifier[0]?.identityHash
    const day = claims.validFrom.slice(0, 10)
    return {
      isValid: true,
      sentence: `Valid: ${who} reached “${claims.name}” on ${day}, says ${claims.issuer.name} at ${claims.issuer.url}. Whether it has been taken back since is told there.`,
    }
  } catch {
    return { isValid: false, sentence: 'Not valid: it is no certificate, or it has been changed.' }
  }
}
