import { useTranslations } from 'next-intl'
import { zonedText } from '@/components/assignment/zoned'
import { Notice } from '@/components/ui/notice'
import type { ToldChange } from '@/lib/domain/mark-change'
import { formatScore } from '@/lib/domain/score-format'

/** By what a mark has changed since it was handed in, the last first. */
export function MarkChanges({
  changes,
  numbers,
  timeZone,
  isOwn,
}: {
  changes: readonly ToldChange[]
  /** The number of each question of the attempt, by its id. */
  numbers: ReadonlyMap<string, number>
  timeZone: string
  isOwn: boolean
}) {
  const t = useTranslations('corrections.mark')
  if (changes.length === 0) return null
  return (
    <div className="my-5 max-w-xl">
      <Notice tone="information" title={t(isOwn ? 'title' : 'titleOf')}>
        <ul className="grid gap-2">
          {changes.map(({ id, kind, at, questionId, before, after, reason }) => (
            <li key={id}>
              {t(kind, {
                before: formatScore(before.earned).text,
                beforePoints: before.points,
                after: formatScore(after.earned).text,
                afterPoints: after.points,
                number: (questionId && numbers.get(questionId)) || 'none',
                at: zonedText(at, timeZone),
              })}{' '}
              {reason === null ? t('later') : t('why', { reason })}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
