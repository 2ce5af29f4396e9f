import { useTranslations } from 'next-intl'

/** The gradebook as files and on paper. */
export function GradebookLinks({ classId }: { classId: string }) {
  const t = useTranslations('classes')
  const file = `/api/classes/${classId}/gradebook`
  return (
    <div className="mt-3 flex flex-wrap gap-x-8 gap-y-2">
      <p>
        {t('downloads')}{' '}
        <a href={file} download>
          {t('csv')}
        </a>
        {', '}
        <a href={`${file}?format=xlsx`} download>
          {t('xlsx')}
        </a>
      </p>
      <p>
        {t('reports')} <a href={`/classes/${classId}/report`}>{t('classReport')}</a>
        {', '}
        <a href={`/classes/${classId}/report/students`}>{t('studentReports')}</a>
      </p>
    </div>
  )
}
