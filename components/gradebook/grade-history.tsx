import { useTranslations } from 'next-intl'
import { Zoned } from '@/components/assignment/zoned'
import { DataTable } from '@/components/ui/data-table'
import type { GradeChange, GradeChangeValue } from '@/lib/domain/grade-change'
import { formatScore } from '@/lib/domain/score-format'
import { percentText } from './percent'

function Value({ value }: { value: GradeChangeValue }) {
  const t = useTranslations('gradebook')
  const result = useTranslations('result')
  if (value === null) return <>{t('nothing')}</>
  if ('share' in value) return <>{t('percent', { percent: percentText(value.share) })}</>
  if ('mark' in value) {
    const { earned, points } = value.mark
    return <>{result('cell', { earned: formatScore(earned).text, points })}</>
  }
  if ('isExcused' in value) return <>{t(value.isExcused ? 'excused' : 'notExcused')}</>
  return <span className="whitespace-pre-line">{value.text}</span>
}

/** Every change of a grade or of an attempt's mark that is no hand-in: who, when, from what, to what, why; the last first. */
export function GradeHistory({
  history,
  timeZone,
}: {
  history: readonly GradeChange[]
  timeZone: string
}) {
  const t = useTranslations('gradebook')
  if (history.length === 0) return <p>{t('noHistory')}</p>
  return (
    <DataTable label={t('history')}>
      <thead>
        <tr>
          {(['when', 'who', 'what', 'from', 'to', 'why'] as const).map((name) => (
            <th key={name} scope="col">
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {history.map(({ id, at, by, kind, before, after, reason }) => (
          <tr key={id}>
            <td>
              <Zoned at={at} timeZone={timeZone} />
            </td>
            <td>{by ?? t('someone')}</td>
            <td>{t(`kinds.${kind}`)}</td>
            <td>
              <Value value={before} />
            </td>
            <td>
              <Value value={after} />
            </td>
            <td>{reason ?? t('nothing')}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
