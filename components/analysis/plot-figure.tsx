import { useTranslations } from 'next-intl'
import type { AnalysedItem } from '@/lib/domain/item-analysis'
import { LEAST_ATTEMPTS } from '@/lib/domain/item-reading'
import { AnalysisFigure } from './analysis-figure'
import { ItemPlot } from './item-plot'
import { Mark, type MarkName } from './mark'
import { type PlotBox, plotPoints } from './plot-geometry'

const WIDE: PlotBox = { width: 640, height: 470, left: 58, right: 620, top: 34, bottom: 416 }
const NARROW: PlotBox = { width: 276, height: 390, left: 42, right: 258, top: 34, bottom: 336 }

/** More numbers than this are nobody's reading. */
const MANY = 12

const KEY = ['adequate', 'weak', 'negative', 'extreme'] as const satisfies readonly MarkName[]

/** What the shapes of the drawing and of the table mean. */
export function MarkKey() {
  const t = useTranslations('analysis.mark')
  return (
    <ul className="mark-key">
      {KEY.map((mark) => (
        <li key={mark}>
          <Mark mark={mark} /> {t(mark)}
        </li>
      ))}
    </ul>
  )
}

/** All questions that discriminate, the selected one with its ranges; the table of all follows it. */
export function PlotFigure({
  items,
  selected,
}: {
  items: readonly AnalysedItem[]
  selected: AnalysedItem | null
}) {
  const t = useTranslations('analysis.plot')
  const points = plotPoints(items)
  if (points.length === 0) return <p>{t('few', { least: LEAST_ATTEMPTS })}</p>
  const chosen = points.find(({ number }) => number === selected?.number) ?? null
  const missing = items.filter(({ number }) => !points.some((point) => point.number === number))
  const count = (from: number, below: number) =>
    points.filter((point) => point.discrimination >= from && point.discrimination < below).length
  return (
    <AnalysisFigure
      id="plot"
      title={t('title')}
      description={t('description', {
        count: points.length,
        below: count(-2, 0),
        weak: count(0, 0.3),
        adequate: count(0.3, 2),
      })}
      caption={
        <>
          {chosen && (
            <>
              <b>{t('selected', { number: chosen.number })}</b> {t('ranges')}{' '}
            </>
          )}
          {t('caption')}
          {missing.length > 0 &&
            ` ${
              missing.length > MANY
                ? t('notDrawnMany', { count: missing.length })
                : t('notDrawn', { numbers: missing.map(({ number }) => number).join(', ') })
            }`}
        </>
      }
      wide={<ItemPlot points={points} selected={chosen} box={WIDE} axis={t('x')} />}
      narrow={<ItemPlot points={points} selected={chosen} box={NARROW} axis={t('xShort')} />}
    />
  )
}
