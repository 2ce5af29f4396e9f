import { scaleBand, scaleLinear } from 'd3-scale'
import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import type { ScoreBand } from '@/lib/domain/item-analysis'
import type { NamesOf } from '@/lib/domain/item-answers'
import { AnalysisFigure } from './analysis-figure'
import { type HrefOf, WhoList } from './who-list'

const WIDE = { width: 760, height: 300, left: 48, right: 740, top: 44, bottom: 240, step: 1 }
const NARROW = { width: 276, height: 260, left: 34, right: 264, top: 44, bottom: 204, step: 2 }

/** Whole numbers only: half an attempt is none. */
const ticksOf = (most: number) => scaleLinear([0, most], [0, 1]).ticks(4).filter(Number.isInteger)

function Bars({ bands, box }: { bands: readonly ScoreBand[]; box: typeof WIDE }) {
  const t = useTranslations('analysis.scores')
  const most = Math.max(1, ...bands.map(({ count }) => count))
  const y = scaleLinear([0, most], [box.bottom, box.top])
  const x = scaleBand(
    bands.map(({ band }) => band),
    [box.left, box.right],
  ).paddingInner(0.12)
  const edge = scaleLinear([0, 100], [box.left, box.right])
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${box.width} ${box.height}`}
      aria-hidden="true"
      focusable="false"
    >
      {ticksOf(most).map((count) => (
        <path
          key={count}
          className={count === 0 ? 'axis' : 'grid-line'}
          d={`M${box.left} ${y(count)}H${box.right}`}
        />
      ))}
      {bands.map(({ band, count }) => (
        <rect
          key={band}
          className="bar"
          x={x(band)}
          width={x.bandwidth()}
          y={y(count)}
          height={box.bottom - y(count)}
        />
      ))}
      <g fontSize="13.5">
        <text className="soft" x="8" y="20">
          {t('count')}
        </text>
        {ticksOf(most).map((count) => (
          <text key={count} className="soft" x={box.left - 8} y={y(count) + 4.5} textAnchor="end">
            {count}
          </text>
        ))}
        {bands.map(({ band, count }) =>
          count === 0 ? null : (
            <text
              key={band}
              className="strong halo"
              x={(x(band) ?? 0) + x.bandwidth() / 2}
              y={y(count) - 6}
              textAnchor="middle"
            >
              {count}
            </text>
          ),
        )}
        {[...bands.map(({ band }) => 10 * band), 100]
          .filter((from) => (from / 10) % box.step === 0)
          .map((from) => (
            <text key={from} x={edge(from)} y={box.bottom + 20} textAnchor="middle">
              {from}
            </text>
          ))}
        <text className="soft" x={box.right} y={box.bottom + 44} textAnchor="end">
          {t('axis')}
        </text>
      </g>
    </svg>
  )
}

/** How many attempts scored in which ten per cent, and who they are. */
export function ScoreHistogram({
  bands,
  namesOf,
  hrefOf,
}: {
  bands: readonly ScoreBand[]
  namesOf: NamesOf
  hrefOf: HrefOf
}) {
  const t = useTranslations('analysis')
  const words = useTranslations('analysis.scores')
  const nameOf = ({ band }: ScoreBand) =>
    band === 9 ? words('lastBand') : words('band', { from: 10 * band, to: 10 * band + 10 })
  const fullest = bands.reduce((most, band) => (band.count > most.count ? band : most))
  return (
    <AnalysisFigure
      id="scores"
      title={words('title')}
      description={words('description', {
        count: bands.reduce((sum, { count }) => sum + count, 0),
        band: nameOf(fullest),
        most: t('attempts', { count: fullest.count }),
      })}
      wide={<Bars bands={bands} box={WIDE} />}
      narrow={<Bars bands={bands} box={NARROW} />}
    >
      <details>
        <summary>{t('table')}</summary>
        <DataTable label={words('title')}>
          <thead>
            <tr>
              <th scope="col">{words('bandHead')}</th>
              <th scope="col" className="n">
                {words('countHead')}
              </th>
              <th scope="col">{words('whoHead')}</th>
            </tr>
          </thead>
          <tbody>
            {bands.map((each) => {
              const fact = { kind: 'band', band: each.band } as const
              return (
                <tr key={each.band}>
                  <th scope="row">{nameOf(each)}</th>
                  <td className="n">{each.count}</td>
                  <td>
                    <WhoList of={{ count: each.count, fact, who: namesOf(fact) }} hrefOf={hrefOf} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </DataTable>
      </details>
    </AnalysisFigure>
  )
}
