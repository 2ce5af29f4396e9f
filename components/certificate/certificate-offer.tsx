import { useTranslations } from 'next-intl'

/** That there is a certificate at the end of a course, and the way to it. */
export function CertificateOffer({ courseSlug }: { courseSlug: string }) {
  const t = useTranslations('certificate')
  return (
    <section aria-labelledby="certificate-title">
      <h2 id="certificate-title">{t('atEnd')}</h2>
      <p className="mt-2">
        {t('atEndText')} <a href={`/courses/${courseSlug}/certificate`}>{t('atEndGo')}</a>
      </p>
    </section>
  )
}
