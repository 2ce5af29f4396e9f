import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ExtraTime, ReviewMatrix, Rules, SHOWABLES, Window } from '@/lib/domain/assignment'
import { asksCertainty } from '@/lib/domain/behaviour'
import { CERTAINTIES, MARKS } from '@/lib/domain/certainty'
import { fraction } from '@/lib/domain/fraction'
import { signed } from '@/lib/domain/score-format'
import { Zoned } from './zoned'

const MINUTE = 60_000

/** What a result shows after handing in and after the close, in words. */
function useReview(review: ReviewMatrix, hasClose: boolean) {
  const t = useTranslations('assignment.rules')
  const list = new Intl.ListFormat('en', { type: 'conjunction' })
  const said = (shown: readonly (typeof SHOWABLES)[number][]) =>
    shown.length === 0 ? t('nothing') : list.format(shown.map((what) => t(`what.${what}`)))
  return [
    t('afterSubmission', { what: said(review.afterSubmission) }),
    ...(hasClose ? [t('afterClose', { what: said(review.afterClose) })] : []),
  ]
}

/** What an answer earns by how sure its learner is, and what comes of that. */
function Marks() {
  const t = useTranslations('assignment.rules')
  const words = useTranslations('behaviour.certainty')
  return (
    <>
      {t('marksLead')}
      <ul className="my-2">
        {CERTAINTIES.map((each) => (
          <li key={each}>
            {words(`levels.${each}`)}:{' '}
            {words('marks', {
              right: signed(fraction(MARKS[each].right)),
              wrong: signed(fraction(MARKS[each].wrong)),
            })}
          </li>
        ))}
      </ul>
      {t('marksTail')}
    </>
  )
}

/** The rules of an assignment as its student reads them before starting. */
export function RulesList({
  rules,
  pool,
  window,
  lastClose,
  extraTime,
  used,
  timeZone,
}: {
  rules: Rules
  /** How many questions there are to be asked. */
  pool: number
  window: Window
  /** When it closes for the last of the class; null where it does not. */
  lastClose: Date | null
  /** None where the student's limit is their own, which is final. */
  extraTime: ExtraTime
  used: number
  timeZone: string
}) {
  const t = useTranslations('assignment.rules')
  const review = useReview(rules.review, lastClose !== null)
  const dates = (['opensAt', 'dueAt', 'closesAt'] as const).flatMap((name) => {
    const at = window[name]
    return at ? [[t(name), <Zoned key={name} at={at} timeZone={timeZone} />] as const] : []
  })
  const rows: (readonly [string, ReactNode])[] = [
    ...dates,
    [
      t('limit'),
      <>
        {window.limit === null
          ? t('noLimit')
          : t('minutes', { minutes: Math.round(window.limit / MINUTE) })}
        {extraTime !== 'none' && rules.minutes !== null && <> {t(`extra.${extraTime}`)}</>}
      </>,
    ],
    [
      t('attempts'),
      window.attempts === null
        ? t('anyNumber')
        : t('left', { left: Math.max(0, window.attempts - used), all: window.attempts }),
    ],
    ...(window.attempts === 1 ? [] : [[t('grading'), t(`gradings.${rules.grading}`)] as const]),
    ...(rules.ask !== null && rules.ask < pool
      ? [[t('asked'), t('drawn', { asked: rules.ask, pool })] as const]
      : []),
    [
      t('feedback'),
      t(`behaviours.${rules.behaviour}`, { tries: rules.tries, penalty: rules.penaltyPercent }),
    ],
    ...(asksCertainty(rules.behaviour) ? [[t('marks'), <Marks key="marks" />] as const] : []),
    ...(window.dueAt
      ? [[t('late'), t(`lates.${rules.late}`, { percent: rules.latePercent })] as const]
      : []),
    [t('results'), review.join(' ')],
  ]
  return (
    <dl className="rules">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
