import { useFormatter, useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { State } from '@/components/ui/state'
import type { ReviewedLine } from '@/lib/domain/review-set'
import { toDate } from '@/lib/domain/study-day'

const states = { 1: 'wrong', 2: 'part', 3: 'right' } as const

/** What was answered today, how it came out, and when it comes back. */
export function ReviewedList({ lines }: { lines: readonly ReviewedLine[] }) {
  const t = useTranslations('reviewing.list')
  const format = useFormatter()
  return (
    <DataTable label={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('question')}</th>
          <th scope="col">{t('outcome')}</th>
          <th scope="col">{t('comesBack')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ entryId, prompt, grade, dueOn }) => (
          <tr key={entryId}>
            <th scope="row">
              <a href={`/review?done=${entryId}`}>{prompt}</a>
            </th>
            <td>
              <State state={states[grade]}>{t(`grade.${grade}`)}</State>
            </td>
            <td>
              {format.dateTime(toDate(dueOn), {
                ...{ weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' },
              })}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
