import { scaleBand, scaleLinear } from 'd3-scale'
import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import type { ScoreBand } from '@/lib/domain/item-analysis'
import { AnalysisFigure } from './analysis-figure'
import { WhoList } from './who-list'

const WIDE = { width: 760, height: 300, left: 48, right: 740, top: 44, bottom: 240, step: 1 }
const NARROW = { width: 276, height: 260, left: 34, right: 264, top: 44, bottom: 204, step: 2 }

/** Whole numbers only: half an attempt is none. */
const ticksOf = (most: number) => scaleLinear([0, most], [0, 1]).ticks(4).filter(Number.isInteger)

function Bars({ bands, box }: { bands: readonly ScoreBand[]; box: typeof WIDE }) {
  const t = useTranslations('analysis.scores')
  const most = Math.max(1, ...bands.map(({ who }) => who.length))
  const y = scaleLinear([0, most], [box.bottom, box.top])
  const x = scaleBand(
    bands.map(({ from }) => from),
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
      {bands.map(({ from, who }) => (
        <rect
          key={from}
          className="bar"
          x={x(from)}
          width={x.bandwidth()}
          y={y(who.length)}
          height={box.bottom - y(who.length)}
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
        {bands.map(({ from, who }) =>
          who.length === 0 ? null : (
            <text
              key={from}
              className="strong halo"
              x={(x(from) ?? 0) + x.bandwidth() / 2}
              y={y(who.length) - 6}
              textAnchor="middle"
            >
              {who.length}
            </text>
          ),
        )}
        {[...bands.map(({ from }) => from), 100]
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
export function ScoreHistogram({ bands }: { bands: readonly ScoreBand[] }) {
  const t = useTranslations('analysis')
  const words = useTranslations('analysis.scores')
  const nameOf = ({ from }: ScoreBand) =>
    from === 90 ? words('lastBand') : words('band', { from, to: from + 10 })
  const fullest = bands.reduce((most, band) => (band.who.length > most.who.length ? band : most))
  return (
    <AnalysisFigure
      id="scores"
      title={words('title')}
      description={words('description', {
        count: bands.reduce((sum, { who }) => sum + who.length, 0),
        band: nameOf(fullest),
        most: t('attempts', { count: fullest.who.length }),
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
            {bands.map((band) => (
              <tr key={band.from}>
                <th scope="row">{nameOf(band)}</th>
                <td className="n">{band.who.length}</td>
                <td>
                  <WhoList who={band.who} />
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </details>
    </AnalysisFigure>
  )
}
