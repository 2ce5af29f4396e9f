import { useFormatter, useTranslations } from 'next-intl'
import { type ChartBox, chartGeometry, LABEL, type ScorePoint } from './chart-geometry'
import { PlotFrame, type PlotProps } from './plot-frame'

const MANY = 20

/** The points to name in the drawing: the latest, and the best where that is another one. */
function named(points: readonly ScorePoint[]): { best: number | null; latest: number } {
  const latest = points.length - 1
  const shares = points.map(({ share }) => share)
  const best = shares.lastIndexOf(Math.max(...shares))
  return { best: shares[latest] === shares[best] ? null : best, latest }
}

/** Scores as points over time, drawn for one width; the words that describe it stand elsewhere. */
export function ScorePlot({
  points,
  box,
  timeZone,
  className,
  labelledBy,
}: {
  points: readonly ScorePoint[]
  timeZone: string
} & PlotProps<ChartBox>) {
  const t = useTranslations('progress.chart')
  const format = useFormatter()
  const { places, path, dates, latestLabel, rules } = chartGeometry(points, box)
  const { best, latest } = named(points)
  const bestPlace = best === null ? undefined : places[best]
  const latestPlace = places[latest]
  return (
    <PlotFrame box={box} className={className} labelledBy={labelledBy}>
      {rules.map(({ share, y }) => (
        <path
          key={share}
          className={share === 0 ? 'axis' : 'grid-line'}
          d={`M${box.left - 8} ${y}H${box.right}`}
        />
      ))}
      <g fontSize="13.5">
        <text className="soft" x="12" y={box.top - 20}>
          {t('score')}
        </text>
        {rules.map(({ share, y }) => (
          <text key={share} className="soft" x={box.left - 14} y={y + 4.5} textAnchor="end">
            {Math.round(share * 100)}
          </text>
        ))}
        {dates.map((place) => (
          <g key={place.at.getTime()}>
            <path className="axis" d={`M${place.x} ${box.bottom}v6`} />
            <text className="soft" x={place.x} y={box.bottom + 22} textAnchor="middle">
              {format.dateTime(place.at, { day: 'numeric', month: 'short', timeZone })}
            </text>
          </g>
        ))}
      </g>
      {path && <path className="series" d={path} />}
      {places.map((place) => (
        <circle
          key={`${place.at.getTime()}/${place.label}`}
          className="point"
          cx={place.x}
          cy={place.y}
          r={places.length > MANY ? 3.5 : 5.5}
        />
      ))}
      <g fontSize="14">
        {bestPlace && (
          <text
            className="strong halo"
            x={Math.min(Math.max(bestPlace.x, box.left + 30), box.right - 30)}
            y={bestPlace.y - 12}
            textAnchor="middle"
          >
            {`${t('best')} ${t('percent', bestPlace)}`}
          </text>
        )}
        {latestPlace && (
          <text className="strong" x={latestPlace.x + 12} y={latestLabel}>
            <tspan x={latestPlace.x + 12}>{t('latest')}</tspan>
            <tspan x={latestPlace.x + 12} dy={LABEL.line}>
              {t('percent', latestPlace)}
            </tspan>
          </text>
        )}
      </g>
    </PlotFrame>
  )
}
