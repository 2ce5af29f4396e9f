import { useFormatter, useTranslations } from 'next-intl'
import { Island } from '@/components/progress/island'
import { Plate } from '@/components/ui/plate'
import type { Certificate } from '@/lib/domain/certificate'

/** A certificate as a printed sheet: who, what, when, and where it can be checked. */
export function CertificateSheet({
  certificate: { name, courseTitle, courseSlug, issuedAt },
  objectives,
  address,
}: {
  certificate: Pick<Certificate, 'name' | 'courseTitle' | 'courseSlug' | 'issuedAt'>
  objectives: readonly string[]
  address: string
}) {
  const t = useTranslations('certificate')
  const site = useTranslations('site')
  const format = useFormatter()
  return (
    <article className="certificate" aria-labelledby="certificate-name">
      <Plate>
        <div className="certificate-in">
          <p className="certificate-of">{t('of', { issuer: site('name') })}</p>
          <Island seed={courseSlug} level="mastered" size="map" />
          <h1 id="certificate-name">{name}</h1>
          <p className="certificate-what">{t('what')}</p>
          <p className="certificate-course">{courseTitle}</p>
          <p>
            {t('on', {
              on: format.dateTime(issuedAt, { dateStyle: 'long', timeZone: 'UTC' }),
              count: objectives.length,
            })}
          </p>
          {objectives.length > 0 && (
            <details className="certificate-list">
              <summary>{t('objectives')}</summary>
              <ul>
                {objectives.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </details>
          )}
          <p className="certificate-where">{t('where', { address })}</p>
        </div>
      </Plate>
    </article>
  )
}
