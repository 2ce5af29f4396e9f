import type { Certificate } from '@/lib/domain/certificate'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { inTransaction } from './transaction'

const select = {
  ...{ id: true, courseSlug: true, courseTitle: true, name: true },
  ...{ issuedAt: true, credential: true, revokedAt: true },
} as const

/** A certificate by its address, for anybody who has it; null where there is none. */
export const findCertificate = (id: string): Promise<Certificate | null> =>
  db().certificate.findUnique({ where: { id }, select })

/** Whether a certificate is the viewer's own. */
export async function isOwnCertificate(viewer: Viewer, id: string): Promise<boolean> {
  return (await db().certificate.count({ where: { id, learnerId: viewer.id } })) === 1
}

/** The viewer's certificate of a course that has not been taken back; null where there is none. */
export const findOwnCertificate = (
  viewer: Viewer,
  courseSlug: string,
): Promise<Certificate | null> =>
  db().certificate.findFirst({
    where: { learnerId: viewer.id, courseSlug, revokedAt: null },
    select,
  })

/**
 * Keeps a certificate that was made for the viewer; where they have one of the course already, that one
 * stays. The id of the one that stands.
 */
export function recordCertificate(
  viewer: Viewer,
  certificate: Omit<Certificate, 'revokedAt'>,
): Promise<string> {
  return inTransaction(async (transaction) => {
    await transaction.$queryRaw`
      select id from "User" where id = ${viewer.id}::uuid for no key update`
    const { courseSlug } = certificate
    const found = await transaction.certificate.findFirst({
      where: { learnerId: viewer.id, courseSlug, revokedAt: null },
      select: { id: true },
    })
    if (found) return found.id
    await transaction.certificate.create({
      data: { ...certificate, learnerId: viewer.id },
      select: { id: true },
    })
    return certificate.id
  })
}

/** Takes a certificate of the viewer's own back, once; false where there is none to take back. */
export async function revokeCertificate(viewer: Viewer, id: string, now: Date): Promise<boolean> {
  const { count } = await db().certificate.updateMany({
    where: { id, learnerId: viewer.id, revokedAt: null },
    data: { revokedAt: now },
  })
  return count === 1
}

/** The certificates that were taken back, by id, the last one first. */
export const listRevoked = (): Promise<{ id: string; revokedAt: Date | null }[]> =>
  db().certificate.findMany({
    where: { revokedAt: { not: null } },
    select: { id: true, revokedAt: true },
    orderBy: { revokedAt: 'desc' },
  })
