import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CorrectionNotices } from '@/components/correction/correction-notices'
import { Icon } from '@/components/ui/icon'
import type { Explanation as Explained } from '@/lib/domain/attempt'
import { Explanation } from './explanation'
import { nextToLookAt } from './summary'
import { VerdictState } from './verdict-state'
import { type ExplanationWords, pointsText } from './words'

/** One question of a result with all that explains it, at the anchor `#q<number>`. */
export function ExplainedQuestion({
  explained,
  explanations,
  lessonHref,
  words,
  timeZone,
  below = null,
}: {
  explained: Explained
  explanations: readonly Explained[]
  lessonHref(lesson: string): string
  words: ExplanationWords
  /** In which it is said when something was put right. */
  timeZone: string
  /** What can be done about this question. */
  below?: ReactNode
}) {
  const t = useTranslations('result')
  const { number, verdict, prompt, earned, points } = explained
  const next = nextToLookAt(explanations, number)
  return (
    <article className="rq" id={`q${number}`} aria-labelledby={`q${number}-prompt`}>
      <header>
        <p className="rq-state">
          <span className="cap">
            {t('question', { number, points: pointsText(earned, points, words.explanation) })}
          </span>
          <VerdictState verdict={verdict} words={words.explanation} />
        </p>
        <h2 id={`q${number}-prompt`}>{prompt}</h2>
      </header>
      <CorrectionNotices corrections={explained.corrections} timeZone={timeZone} />
      <Explanation explanation={explained} lessonHref={lessonHref} words={words} />
      {below}
      <p className="rq-go">
        <a className="go" href="#questions">
          {t('top')}
        </a>
        {next === 'last' && <span className="cap">{t('look-last')}</span>}
        {typeof next === 'number' && (
          <a className="go" href={`#q${next}`}>
            {t('look-next', { number: next })} <Icon name="arrow-right" />
          </a>
        )}
      </p>
    </article>
  )
}
