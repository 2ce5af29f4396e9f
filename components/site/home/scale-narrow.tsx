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

const KM = 1010
const EARTH = { x: 82, y: 452 }
const y = (km: number) => EARTH.y - km / KM
const STEP = 50_000
const BARS = [0, 1, 2, 3, 4, 5, 6]
const LABELLED = [100_000, 200_000, 300_000]
const smile = ellipse(SMILE)

/** Earth to Moon from the bottom up, one unit to 1,010 km, for screens under 640 px. */
export function ScaleNarrow({ labelledBy }: { labelledBy: string }) {
  const t = useTranslations('site.home.figure')
  const format = useFormatter()
  const labels = [
    { name: t('change6'), text: t('change6Narrow'), at: y(MOON_DISTANCE) + 6 },
    { name: t('smile'), text: t('smileHeight'), at: y(SMILE.apogee * 0.7) },
    { name: t('einsteinProbe'), text: t('einsteinProbeHeight'), at: EARTH.y + 6 },
  ]
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: its title stands in the caption
    <svg className="drawing-narrow" viewBox="0 0 276 490" role="img" aria-labelledby={labelledBy}>
      <g stroke="var(--line)">
        {[...BARS, 7].map((bar) => (
          <path key={bar} d={`M0 ${y(bar * STEP)}H276`} />
        ))}
      </g>
      <g fill="none" stroke="var(--accent)" strokeWidth="1.75">
        <ellipse cx={EARTH.x} cy={y(smile.centre)} rx={smile.short / KM} ry={smile.long / KM} />
        <path
          d={`M${EARTH.x} ${y(SMILE.apogee) - 8}V${y(MOON_DISTANCE) + 10}`}
          strokeDasharray="2 6"
          strokeLinecap="round"
        />
      </g>
      <g fill="var(--sheet)" stroke="var(--accent)">
        {equalSteps(SMILE, 2).map(({ along, across }) => (
          <circle key={across} cx={EARTH.x + across / KM} cy={y(along)} r="2" />
        ))}
      </g>
      <g stroke="var(--ink)" strokeWidth="1.3">
        <circle cx={EARTH.x} cy={EARTH.y} r={EARTH_RADIUS / KM} fill="var(--shoal)" />
        <circle
          cx={EARTH.x}
          cy={y(MOON_DISTANCE)}
          r={Math.max(3, MOON_RADIUS / KM)}
          fill="var(--land)"
        />
      </g>
      <circle
        cx={EARTH.x}
        cy={EARTH.y}
        r={EINSTEIN_PROBE / KM + 1}
        fill="none"
        stroke="var(--accent)"
      />
      {labels.map(({ name, text, at }) => (
        <g key={name}>
          <text className="serif halo" x="126" y={at} fontSize="19">
            {name}
          </text>
          <text className="soft halo" x="126" y={at + 19} fontSize="13">
            {text}
          </text>
        </g>
      ))}
      <g stroke="var(--ink)">
        {BARS.map((bar) => (
          <rect
            key={bar}
            x="8"
            y={y((bar + 1) * STEP)}
            width="6"
            height={STEP / KM}
            fill={bar % 2 === 0 ? 'var(--ink)' : 'var(--sheet)'}
          />
        ))}
      </g>
      <g fontSize="13.5">
        {LABELLED.map((km) => (
          <text key={km} className="soft" x="19" y={y(km) - 4}>
            {format.number(km / 1000)}
          </text>
        ))}
        <text className="soft" x="8" y={EARTH.y + 32}>
          {t('thousand')}
        </text>
      </g>
    </svg>
  )
}
