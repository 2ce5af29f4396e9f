import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { CertificateSheet } from '@/components/certificate/certificate-sheet'
import { Page } from '@/components/site/page'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PrintButton } from '@/components/ui/print-button'
import { findViewer } from '@/lib/auth/viewer'
import { findCourse } from '@/lib/content/library'
import { findCertificate, isOwnCertificate } from '@/lib/data/certificates'
import { env } from '@/lib/env'
import { withdraw } from './actions'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ withdraw?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('certificate')
  return { title: t('title'), robots: { index: false } }
}

export default async function CertificatePage({ params, searchParams }: Props) {
  const { id } = await params
  const found = z.uuid().safeParse(id).success ? await findCertificate(id) : null
  const certificate = found ?? notFound()
  const viewer = await findViewer()
  const isOwn = viewer !== null && (await isOwnCertificate(viewer, id))
  const isAsking = (await searchParams).withdraw !== undefined
  const course = await findCourse(certificate.courseSlug)
  const t = await getTranslations('certificate')
  const base = env().nextAuthUrl
  return (
    <Page viewer={viewer}>
      {certificate.revokedAt ? (
        <Notice tone="trouble" title={t('revokedTitle')}>
          {t('revoked')}
        </Notice>
      ) : (
        <CertificateSheet
          certificate={certificate}
          objectives={
            course?.lessons.flatMap(({ head }) => head.objectives.map(({ text }) => text)) ?? []
          }
          address={`${base}/certificates/${id}`}
        />
      )}
      {!certificate.revokedAt && (
        <section className="certificate-more" aria-labelledby="verify-title">
          <h2 id="verify-title">{t('verifyTitle')}</h2>
          <p>{t('verify')}</p>
          <p className="flex flex-wrap gap-3">
            <ButtonLink href={`/api/certificates/${id}`}>{t('download')}</ButtonLink>
            <ButtonLink href="/api/badges/keys">{t('keys')}</ButtonLink>
            <PrintButton label={t('print')} />
          </p>
          {isOwn &&
            (isAsking ? (
              <form action={withdraw} className="grid gap-3">
                <input type="hidden" name="id" value={id} />
                <p>{t('withdrawText')}</p>
                <p className="flex flex-wrap gap-3">
                  <Button type="submit">{t('withdrawYes')}</Button>
                  <ButtonLink href={`/certificates/${id}`}>{t('withdrawNo')}</ButtonLink>
                </p>
              </form>
            ) : (
              <p>
                <a href={`/certificates/${id}?withdraw=1`}>{t('withdraw')}</a>
              </p>
            ))}
        </section>
      )}
    </Page>
  )
}
