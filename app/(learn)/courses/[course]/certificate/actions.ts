'use server'

import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { defineAction } from '@/lib/action'
import { signClaims } from '@/lib/auth/signing-key'
import { findCourse } from '@/lib/content/library'
import { recordCertificate } from '@/lib/data/certificates'
import { findEvidence } from '@/lib/data/evidence'
import { isEarned } from '@/lib/domain/certificate'
import { levelsAfter } from '@/lib/domain/mastery'
import { badgeCourse, planOf } from '@/lib/domain/release'
import { env } from '@/lib/env'
import { badgeAddresses, badgeClaims } from '@/lib/exchange/open-badge'
import { nameField, slugField } from '@/lib/fields'

/** Makes the certificate of a course under the name that is wanted; who has one is led to it. */
export const makeCertificate = defineAction(
  'member',
  z.object({ course: slugField, name: nameField }),
  async (viewer, { course: slug, name }, now) => {
    const course = (await findCourse(slug)) ?? notFound()
    const objectives = planOf(course).lessons.flatMap((lesson) =>
      lesson.objectives.map(({ id }) => id),
    )
    const levels = levelsAfter(await findEvidence(viewer, slug, now))
    if (!isEarned(objectives, levels)) return { refused: 'certificateNotYet' }
    const base = env().nextAuthUrl
    const issuer = (await getTranslations('site'))('name')
    const certificate = { id: uuid({ msecs: now.getTime() }), name, issuedAt: now }
    const claims = badgeClaims(base, issuer, certificate, badgeCourse(course))
    const credential = await signClaims(claims, badgeAddresses(base).key, now)
    const kept = await recordCertificate(viewer, {
      ...{ ...certificate, credential, courseSlug: slug, courseTitle: course.file.title },
    })
    redirect(`/certificates/${kept}`)
  },
)
