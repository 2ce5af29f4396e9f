import { useTranslations } from 'next-intl'
import { fill } from '@/components/ui/words'
import type { AnalysedItem } from '@/lib/domain/item-analysis'
import type { ItemAnswers } from '@/lib/domain/item-answers'
import { LEAST_ATTEMPTS, type Range } from '@/lib/domain/item-reading'
import type { ScoringRule } from '@/lib/domain/question/kind'
import { AnswerFigure } from './answer-figure'
import { FigureList } from './figure-list'
import { Mark, markOf, type ReadingWords, type VerdictWords } from './mark'
import { MarkCounts } from './mark-counts'
import { MisconceptionTable } from './misconception-table'
import { decimals, ofHundred } from './numbers'
import type { HrefOf } from './who-list'

function Figures({ item, hrefOf }: { item: AnalysedItem; hrefOf: HrefOf }) {
  const { number, statistics, ranges } = item
  const t = useTranslations('analysis')
  const told = (value: number | null, how: (value: number) => string) =>
    value === null ? t('none') : how(value)
  const withRange = (value: number | null, range: Range | null, how: (value: number) => string) =>
    value === null || !range
      ? told(value, how)
      : t('item.withRange', { value: how(value), from: how(range.from), to: how(range.to) })
  const percent = (value: number) => t('percent', { value: decimals(value, 1) })
  const { facility, discriminationIndex, discriminativeEfficiency } = statistics
  const figures = {
    facility: withRange(facility, ranges.facility, decimals),
    discrimination: withRange(discriminationIndex, ranges.discrimination, ofHundred),
    efficiency: told(discriminativeEfficiency, ofHundred),
    deviation: told(statistics.standardDeviation, decimals),
    guess:
      statistics.randomGuessScore === null
        ? t('item.noGuess')
        : decimals(statistics.randomGuessScore),
    intended: told(statistics.intendedWeight, percent),
    effective: told(statistics.effectiveWeight, percent),
    marks: <MarkCounts item={item} hrefOf={hrefOf} />,
  }
  return (
    <FigureList
      label={t('item.figures', { number })}
      figures={(Object.keys(figures) as (keyof typeof figures)[]).map((name) => ({
        name: t(`item.${name}`),
        value: figures[name],
      }))}
    />
  )
}

/** One question: what it asked, what its figures say, what was answered and by whom. */
export function ItemSection({
  item,
  rule,
  answers,
  hrefOf,
}: {
  item: AnalysedItem
  rule: ScoringRule
  answers: ItemAnswers
  hrefOf: HrefOf
}) {
  const t = useTranslations('analysis')
  const parts = useTranslations('result.explanation.part')
  const readings: ReadingWords = t.raw('reading')
  const verdicts: VerdictWords = t.raw('verdict')
  const isSeveral = rule === 'right-minus-wrong' || rule === 'all-or-nothing'
  return (
    <section id="item" className="analysis-item" aria-labelledby="item-title">
      <h2 id="item-title">{t('item.title', { number: item.number, title: item.title })}</h2>
      <p className="cap">
        {t('item.points', { points: item.points })}
        {', '}
        <a href={hrefOf({ kind: 'asked', item: item.id })}>
          {t('item.asked', { asked: item.asked })}
        </a>
        {', '}
        {t('item.blanks', { blank: item.blank })}
      </p>
      <p className="lead my-5">{item.prompt}</p>
      <p className="reading">
        <Mark mark={markOf(item.reading)} />
        <b>{readings[item.reading]}</b>
      </p>
      <p className="measured">{fill(verdicts[item.reading], { least: LEAST_ATTEMPTS })}</p>
      <Figures item={item} hrefOf={hrefOf} />
      {answers.parts.map((part, place) => (
        <AnswerFigure
          key={part.part}
          id={`answers-${place + 1}`}
          name={part.label === null ? null : parts(rule, { label: part.label })}
          part={part}
          answers={answers}
          hrefOf={hrefOf}
        />
      ))}
      {isSeveral && <p className="cap">{t('item.several')}</p>}
      <h3 className="mt-8">{t('misconceptions.title')}</h3>
      <p className="cap mb-4">{t('misconceptions.text')}</p>
      <MisconceptionTable misconceptions={answers.misconceptions} hrefOf={hrefOf} />
      <p className="mt-4">
        <a className="go" href="#items">
          {t('item.top')}
        </a>
      </p>
    </section>
  )
}
