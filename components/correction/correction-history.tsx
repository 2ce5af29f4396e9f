import { useTranslations } from 'next-intl'
import { zonedText } from '@/components/assignment/zoned'
import { Button } from '@/components/ui/button'
import type { ListedCorrection } from '@/lib/domain/questions-page'
import type { Command } from '@/lib/form'

/** What was put right about a question, the last first; what holds can be taken back. */
export function CorrectionHistory({
  corrections,
  timeZone,
  hidden,
  takeBack,
}: {
  corrections: readonly ListedCorrection[]
  timeZone: string
  hidden: Record<string, string>
  /** Null for who may change nothing. */
  takeBack: Command | null
}) {
  const t = useTranslations('corrections')
  const at = (moment: Date) => zonedText(moment, timeZone)
  if (corrections.length === 0) return null
  return (
    <section className="mt-12 grid gap-4" aria-labelledby="history-title">
      <h2 id="history-title">{t('history')}</h2>
      <ul className="people">
        {corrections.toReversed().map((correction) => {
          const { id, remedy, reason, mayLower, by, undoneAt, undoneBy } = correction
          return (
            <li key={id}>
              <div>
                <p>
                  <strong>{t(`remedies.${remedy}`)}</strong>
                </p>
                <p>{reason}</p>
                <p className="cap">
                  {by === null
                    ? t('historyLineNobody', { at: at(correction.at) })
                    : t('historyLine', { at: at(correction.at), name: by })}
                  . {t(mayLower ? 'mayLower' : 'mayNotLower')}
                </p>
                {undoneAt && (
                  <p className="cap">
                    {undoneBy === null
                      ? t('undoneNobody', { at: at(undoneAt) })
                      : t('undone', { at: at(undoneAt), name: undoneBy })}
                  </p>
                )}
              </div>
              {takeBack && !undoneAt && (
                <details>
                  <summary>{t('undo')}</summary>
                  <form action={takeBack} className="grid justify-items-start gap-3">
                    {Object.entries({ ...hidden, correctionId: id }).map(([name, value]) => (
                      <input key={name} type="hidden" name={name} value={value} />
                    ))}
                    <p className="cap max-w-xl">{t('undoText')}</p>
                    <Button type="submit">{t('undoYes')}</Button>
                  </form>
                </details>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
