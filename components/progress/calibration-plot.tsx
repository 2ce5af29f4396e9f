import { scaleLinear } from 'd3-scale'
import { useTranslations } from 'next-intl'
import type { CalibrationGroup } from '@/lib/domain/calibration'
import { asPercents, PlotFrame, type PlotProps, ValueAxis } from './plot-frame'

/** Half the width of the band in which a certainty fits. */
const HALF = 34

/** For each certainty the share that was right with its range, over the band that fits it. */
export function CalibrationPlot({
  groups,
  box,
  className,
  labelledBy,
}: {
  groups: readonly CalibrationGroup[]
} & PlotProps) {
  const t = useTranslations('progressPage.calibration')
  const levels = useTranslations('behaviour.certainty.levels')
  const y = scaleLinear([0, 1], [box.bottom, box.top])
  const step = (box.right - box.left) / Math.max(1, groups.length)
  const half = Math.min(HALF, step / 3)
  return (
    <PlotFrame box={box} className={className} labelledBy={labelledBy}>
      <ValueAxis values={asPercents([0, 0.25, 0.5, 0.75, 1])} y={y} title={t('axis')} box={box} />
      <g fontSize="13.5">
        {groups.map(({ certainty, share, fitting, count }, place) => {
          const x = box.left + step * (place + 0.5)
          return (
            share && (
              <g key={certainty}>
                <rect
                  className="fitting"
                  x={x - half}
                  width={half * 2}
                  y={y(fitting.to)}
                  height={y(fitting.from) - y(fitting.to)}
                />
                <path
                  className="range"
                  d={`M${x} ${y(share.low)}V${y(share.high)}M${x - 6} ${y(share.low)}h12M${x - 6} ${y(share.high)}h12`}
                />
                <circle className="point" cx={x} cy={y(share.value)} r="5.5" />
                <text className="strong halo" x={x + 10} y={y(share.value) + 4.5}>
                  {t('percent', { percent: Math.round(share.value * 100) })}
                </text>
                <text className="soft" x={x} y={box.bottom + 20} textAnchor="middle">
                  {levels(String(certainty))}
                </text>
                <text className="soft" x={x} y={box.bottom + 37} textAnchor="middle">
                  {t('count', { count })}
                </text>
              </g>
            )
          )
        })}
      </g>
    </PlotFrame>
  )
}
