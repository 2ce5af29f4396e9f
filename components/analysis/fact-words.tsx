import { useTranslations } from 'next-intl'
import { toNumber } from '@/lib/domain/fraction'
import type { ToldFact } from '@/lib/domain/told-fact'
import { decimals } from './numbers'

type Words = ToldFact['words']
type Say = ReturnType<typeof useTranslations<'analysis.behindFigure'>>

const marks = (value: number) => decimals(value, Number.isInteger(value) ? 0 : 2)

const says: { [Kind in Words['kind']]: (words: Extract<Words, { kind: Kind }>, t: Say) => string } =
  {
    band: ({ from, to }, t) => (to === 100 ? t('lastBand') : t('band', { from, to })),
    asked: (_words, t) => t('asked'),
    blank: (_words, t) => t('blank'),
    other: (_words, t) => t('other'),
    mark: ({ earned, points }, t) => t('mark', { earned: marks(toNumber(earned)), points }),
    pick: ({ text, label }, t) =>
      label === null ? t('pick', { answer: text }) : t('pickPart', { part: label, answer: text }),
    why: ({ feedback }, t) => (feedback === null ? t('whyNone') : t('why', { feedback })),
  }

/** What is true of the attempts of a list. */
export function FactWords({ told: { words } }: { told: ToldFact }) {
  const t = useTranslations('analysis.behindFigure')
  const say = says[words.kind] as (words: Words, t: Say) => string
  return <>{say(words, t)}</>
}
