import { useTranslations } from 'next-intl'
import { Shape } from './mark'
import { decimals } from './numbers'
import { type PlotBox, type PlotPoint, plotGeometry } from './plot-geometry'

/** The 95 % ranges of the selected question as bars with ends. */
function Ranges({
  point: { facility, discrimination, ranges },
  x,
  y,
}: {
  point: PlotPoint
  x(value: number): number
  y(value: number): number
}) {
  const { facility: across, discrimination: up } = ranges
  return (
    <g className="ranges">
      {across && (
        <path
          d={`M${x(across.from)} ${y(discrimination)}H${x(across.to)}m0 -5v10M${x(across.from)} ${y(discrimination) - 5}v10`}
        />
      )}
      {up && (
        <path
          d={`M${x(facility)} ${y(up.from)}V${y(up.to)}m-5 0h10M${x(facility) - 5} ${y(up.from)}h10`}
        />
      )}
    </g>
  )
}

/** Facility against discrimination, drawn for one width; the words for it stand elsewhere. */
export function ItemPlot({
  points,
  selected,
  box,
  axis,
}: {
  points: readonly PlotPoint[]
  selected: PlotPoint | null
  box: PlotBox
  /** The title of the axis across. */
  axis: string
}) {
  const t = useTranslations('analysis.plot')
  const { x, y, places, across, up } = plotGeometry(points, selected, box)
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${box.width} ${box.height}`}
      aria-hidden="true"
      focusable="false"
    >
      <rect
        className="adequate"
        x={box.left}
        width={box.right - box.left}
        y={box.top}
        height={y(0.3) - box.top}
      />
      {across.map((value) => (
        <path key={value} className="grid-line" d={`M${x(value)} ${box.top}V${box.bottom}`} />
      ))}
      {up.map((value) => (
        <path
          key={value}
          className={value === 0 ? 'axis' : 'grid-line'}
          d={`M${box.left} ${y(value)}H${box.right}`}
        />
      ))}
      <g fontSize="13.5">
        <text className="soft" x="8" y="20">
          {t('y')}
        </text>
        <text className="soft" x={box.right} y="20" textAnchor="end">
          {t('adequate')}
        </text>
        {across.map((value) => (
          <text key={value} x={x(value)} y={box.bottom + 20} textAnchor="middle">
            {decimals(value)}
          </text>
        ))}
        {up.map((value) => (
          <text key={value} x={box.left - 8} y={y(value) + 4.5} textAnchor="end">
            {decimals(value, 1)}
          </text>
        ))}
        <text className="soft" x={box.right} y={box.bottom + 44} textAnchor="end">
          {axis}
        </text>
      </g>
      {selected && <Ranges point={selected} x={x} y={y} />}
      {places.map(({ point, mark }) => (
        <Shape key={point.number} mark={point.mark} x={mark.x} y={mark.y} />
      ))}
      {places.map(({ point, mark }) =>
        point === selected ? (
          <circle key={point.number} className="selected" cx={mark.x} cy={mark.y} r="14" />
        ) : null,
      )}
      <g fontSize="15">
        {places.map(({ point, label }) => (
          <text
            key={point.number}
            className="strong halo"
            x={label.x}
            y={label.y + 5}
            textAnchor="middle"
          >
            {point.number}
          </text>
        ))}
      </g>
    </svg>
  )
}
