import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Crumbs } from '@/components/ui/crumbs'
import { Strip, type StripCell } from '@/components/ui/strip'
import {
  type Explanation as Explained,
  isPassed,
  type Score,
  type Verdict,
} from '@/lib/domain/attempt'
import { fraction, multiply } from '@/lib/domain/fraction'
import { formatScore, percentOf } from '@/lib/domain/score-format'
import { ExplainedQuestion } from './explained-question'
import { QuestionList } from './question-list'
import { capitalised, tally, VERDICTS } from './summary'
import { type ExplanationWords, exactText } from './words'

const cells: Record<Verdict, StripCell> = {
  right: 'done',
  partly: 'half',
  wrong: 'wrong',
  blank: 'blank',
  voided: 'blank',
  'full-marks': 'done',
}

function useSummary(explanations: readonly Explained[]): string {
  const t = useTranslations('result')
  const inWords = (count: number) =>
    t.has(`numbers.${count}`) ? t(`numbers.${count}`) : String(count)
  const counts = tally(explanations)
  if (counts.right === explanations.length && counts.right > 1)
    return t('summary.sentence', { list: t('summary.all', { count: inWords(counts.right) }) })
  const parts = VERDICTS.filter((verdict) => counts[verdict] > 0).map((verdict) =>
    t(`summary.${verdict}`, { count: inWords(counts[verdict]) }),
  )
  const list = new Intl.ListFormat('en', { type: 'unit' }).format(parts)
  return t('summary.sentence', { list: capitalised(list) })
}

/** Where rounded points may not add up to what is shown as their total: that they are exact. */
function exactNote(
  { earned, points }: Score,
  explanations: readonly Explained[],
  words: ExplanationWords['explanation'],
): string | null {
  // Where certainties count, the points below are not what makes the score.
  if (explanations.some(({ certaintyCounts }) => certaintyCounts)) return null
  if (explanations.every((each) => formatScore(each.earned).exact === null)) return null
  return [words.added, exactText(earned, points, words)].filter(Boolean).join(' ')
}

/** "2.58 of 8 points (32 %)" */
function headline(
  { earned, points }: Score,
  t: ReturnType<typeof useTranslations<'result'>>,
): string {
  const percent = percentOf(multiply(earned, fraction(1, points)))
  return t('score', { earned: formatScore(earned).text, points, percent })
}

/**
 * The result of a submitted attempt: score, its sentence, every question explained, one next step.
 * All on one page in document order, so that it reads and prints without JavaScript.
 */
export function ResultPage({
  crumbs,
  score,
  later = null,
  pass = null,
  explanations,
  lessonHref,
  next = null,
  aside = null,
  beneath = null,
  notice = null,
  changes = null,
  timeZone = 'UTC',
  below,
}: {
  crumbs: readonly { label: string; href?: string }[]
  /** Null where it is not shown yet. */
  score: Score | null
  /** What is said where not all is shown, or null. */
  later?: string | null
  /** Per cent of the points that pass; null where nobody passes or fails. */
  pass?: number | null
  explanations: readonly Explained[]
  /** The address of a lesson by its slug, without an anchor. */
  lessonHref(lesson: string): string
  /** What to do next; `action` holds the page's one main button. */
  next?: { title: string; text: string; action: ReactNode } | null
  /** Beside the score: what this result changed. */
  aside?: ReactNode
  /** Below it, before the questions: what else makes the score. */
  beneath?: ReactNode
  notice?: ReactNode
  /** By what the score has changed since. */
  changes?: ReactNode
  /** In which it is said when something was put right. */
  timeZone?: string
  /** What can be done about a question. */
  below?: ((explained: Explained) => ReactNode) | undefined
}) {
  const t = useTranslations('result')
  const rules = useTranslations()
  const words: ExplanationWords = {
    explanation: t.raw('explanation'),
    rules: rules.raw('rules'),
  }
  const counts = tally(explanations)
  const summary = useSummary(explanations)
  return (
    <>
      <Crumbs items={crumbs} />
      {notice}
      <div className="rhd">
        <div>
          <h1>{score ? headline(score, t) : t('handedIn')}</h1>
          {explanations.length > 0 && <p className="lead">{summary}</p>}
          {later && <p className="mt-2">{later}</p>}
          {score && pass !== null && (
            <p className="mt-2">
              {t(isPassed(score, pass) ? 'passed' : 'not-passed', { percent: pass })}
            </p>
          )}
        </div>
        {aside}
      </div>
      {changes}
      {beneath}
      {explanations.length > 0 && (
        <>
          <div className="sbar">
            <Strip
              variant="cells"
              label={t('strip', { ...counts, granted: counts['full-marks'] })}
              cells={explanations.map(({ verdict }) => cells[verdict])}
            />
          </div>
          <div className="rgrid">
            <QuestionList
              label={t('list')}
              explanations={explanations}
              note={score && exactNote(score, explanations, words.explanation)}
              words={words.explanation}
            />
            <div>
              {explanations.map((explained) => (
                <ExplainedQuestion
                  key={explained.id}
                  explained={explained}
                  explanations={explanations}
                  lessonHref={lessonHref}
                  words={words}
                  timeZone={timeZone}
                  below={below?.(explained)}
                />
              ))}
            </div>
          </div>
        </>
      )}
      {next && (
        <section className="nx" aria-labelledby="next-step">
          <div>
            <p className="tag">{t('next-step')}</p>
            <h2 id="next-step">{next.title}</h2>
            <p>{next.text}</p>
          </div>
          {next.action}
        </section>
      )}
    </>
  )
}
