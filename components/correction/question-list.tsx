import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { State } from '@/components/ui/state'
import type { Correction } from '@/lib/domain/correction'
import { standingOf } from '@/lib/domain/correction'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import { openReports, type QuestionReport } from '@/lib/domain/questions-page'
import { KeyText } from './key-text'

/** Every question of a quiz that is set, with its answer, what was reported and what was put right. */
export function CorrectableList({
  questions,
  current,
  corrections,
  reports,
  here,
}: {
  questions: readonly AuthoredQuestion[]
  /** The ids of those that the quiz asks now. */
  current: ReadonlySet<string>
  corrections: readonly Correction[]
  reports: readonly QuestionReport[]
  /** The address of this page. */
  here: string
}) {
  const t = useTranslations('corrections')
  return (
    <ol className="people" aria-label={t('label')}>
      {questions.map((question, place) => {
        const { shown, counts } = standingOf(question, corrections)
        const isCorrected = corrections.some(({ questionId }) => questionId === question.id)
        const waiting = openReports(reports, question.id)
        return (
          <li key={question.id}>
            <div>
              <p>
                <a href={`${here}/${question.id}`}>
                  {place + 1}. {question.title}
                </a>
              </p>
              <p className="cap">{question.prompt}</p>
              <p className="cap">
                <KeyText question={shown} />
              </p>
              {!current.has(question.id) && <p className="cap">{t('former')}</p>}
            </div>
            <p className="grid justify-items-end gap-1">
              <span className="cap">{t('points', { points: shown.points })}</span>
              {waiting > 0 && (
                <span className="st">
                  <Icon name="flagged" />
                  {t('reports', { count: waiting })}
                </span>
              )}
              {isCorrected && (
                <State state="saved">
                  {counts === 'as-answered' ? t('corrected') : t(`remedies.${counts}`)}
                </State>
              )}
            </p>
          </li>
        )
      })}
    </ol>
  )
}
