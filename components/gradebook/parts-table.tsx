import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { partsOf, type Weighed, type Weighting } from '@/lib/domain/weighting'

/** What each quiz is of the total once all are graded. */
export function PartsTable({
  weighting,
}: {
  weighting: Weighting & { assignments: (Weighed & { assignmentId: string; title: string })[] }
}) {
  const t = useTranslations('gradebook')
  const { assignments, categories } = weighting
  const parts = partsOf(assignments, weighting)
  return (
    <DataTable label={t('part')}>
      <thead>
        <tr>
          <th scope="col">{t('ownQuiz')}</th>
          <th scope="col">{t('category')}</th>
          <th scope="col" className="n">
            {t('part')}
          </th>
        </tr>
      </thead>
      <tbody>
        {assignments.map(({ assignmentId, title, categoryId }, place) => (
          <tr key={assignmentId}>
            <th scope="row">{title}</th>
            <td>{categories.find(({ id }) => id === categoryId)?.name ?? t('none')}</td>
            <td className="n">
              {t('percent', { percent: ((parts[place] ?? 0) * 100).toFixed(1) })}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
