import { useFormatter, useTranslations } from 'next-intl'
import {
  EARTH_RADIUS,
  EINSTEIN_PROBE,
  ellipse,
  equalSteps,
  MOON_DISTANCE,
  MOON_RADIUS,
  SMILE,
} from './orbit'

const KM = 370
const EARTH = { x: 64, y: 150 }
const x = (km: number) => EARTH.x + km / KM
const TICKS = [50_000, 100_000, 150_000, 200_000, 250_000, 300_000, 350_000]
const smile = ellipse(SMILE)

/** Earth to Moon from left to right, one unit to 370 km. Its words stand in the figure's caption. */
export function ScaleWide({ labelledBy }: { labelledBy: string }) {
  const t = useTranslations('site.home.figure')
  const format = useFormatter()
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: its title stands in the caption
    <svg
      className="drawing-wide has-narrow"
      viewBox="0 0 1184 300"
      role="img"
      aria-labelledby={labelledBy}
    >
      <g stroke="var(--line)">
        {TICKS.map((km) => (
          <path key={km} d={`M${x(km)} 0V300`} />
        ))}
      </g>
      <g fill="none" stroke="var(--accent)" strokeWidth="1.75">
        <ellipse cx={x(smile.centre)} cy={EARTH.y} rx={smile.long / KM} ry={smile.short / KM} />
        <path
          d={`M${x(SMILE.apogee) + 10} 150H${x(MOON_DISTANCE) - 12}`}
          strokeDasharray="2 6"
          strokeLinecap="round"
        />
      </g>
      <g fill="var(--sheet)" stroke="var(--accent)" strokeWidth="1.5">
        {equalSteps(SMILE, 2).map(({ along, across }) => (
          <circle key={across} cx={x(along)} cy={EARTH.y + across / KM} r="3" />
        ))}
      </g>
      <path
        d={`M${x(MOON_DISTANCE) - 10.8} 0A1039 1039 0 0 1 ${x(MOON_DISTANCE) - 10.8} 300`}
        fill="none"
        stroke="var(--contour)"
        strokeDasharray="7 5"
      />
      <g stroke="var(--ink)" strokeWidth="1.5">
        <circle cx={EARTH.x} cy={EARTH.y} r={EARTH_RADIUS / KM} fill="var(--shoal)" />
        <circle cx={x(MOON_DISTANCE)} cy={EARTH.y} r={MOON_RADIUS / KM} fill="var(--land)" />
        <path d={`M${EARTH.x} 127V58`} strokeWidth="1" />
      </g>
      <circle
        cx={EARTH.x}
        cy={EARTH.y}
        r={EINSTEIN_PROBE / KM}
        fill="none"
        stroke="var(--accent)"
        strokeWidth="1.5"
      />
      <g fontSize="21">
        <text className="serif" x="18" y="30">
          {t('einsteinProbe')}
        </text>
        <text className="serif" x="254" y="142" textAnchor="middle">
          {t('smile')}
        </text>
        <text className="serif" x="1069" y="116" textAnchor="end">
          {t('change6')}
        </text>
      </g>
      <g fontSize="14">
        <text className="soft" x="18" y="50">
          {t('einsteinProbeHeight')}
        </text>
        <text className="soft" x="254" y="163" textAnchor="middle">
          {t('smileHeight')}
        </text>
        <text className="soft" x="1069" y="137" textAnchor="end">
          {t('change6Wide')}
        </text>
        <text className="italic soft" x="1085" y="184" fontSize="17" textAnchor="end">
          {t('moon')}
        </text>
      </g>
      <g stroke="var(--ink)">
        {TICKS.map((km, place) => (
          <rect
            key={km}
            x={x(km - 50_000)}
            y="290"
            width={50_000 / KM}
            height="7"
            fill={place % 2 === 0 ? 'var(--ink)' : 'var(--sheet)'}
          />
        ))}
      </g>
      <g fontSize="13">
        {TICKS.map((km) => (
          <text key={km} className="soft halo" x={x(km)} y="282" textAnchor="middle">
            {km === TICKS.at(-1)
              ? t('lastTick', { distance: format.number(km) })
              : format.number(km)}
          </text>
        ))}
      </g>
    </svg>
  )
}
