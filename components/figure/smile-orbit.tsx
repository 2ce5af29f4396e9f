'use client'

import { fill } from '@/components/ui/words'
import { orbitBetween, shareAbove, stateAt } from '@/lib/domain/orbit'
import { type Drawing, SliderFigure } from './slider-figure'
import { type InteractionProps, inFigures } from './words'

const ORBIT = orbitBetween(5_000, 121_000)
/** One turn as its makers tell it. By Kepler the rounded heights give 50.5 hours: one per cent less. */
const TURN_HOURS = 51
const HIGH_KM = 100_000

/** The centre of Earth in each drawing, and how many kilometres a unit stands for. */
const PLACES: Record<Drawing, { x: number; y: number; km: number }> = {
  wide: { x: 174, y: 510.8, km: 270 },
  narrow: { x: 144, y: 407.8, km: 330 },
}

/** Smile moves along its orbit with the hours, by Kepler's laws. */
export function SmileOrbit({ stills, words }: InteractionProps<'smile-orbit'>) {
  const of = (hours: number) => stateAt(ORBIT, (hours * ORBIT.periodHours) / TURN_HOURS)
  const say = (hours: number) => fill(hours === 1 ? words.one : words.value, { hours })
  const high = inFigures(shareAbove(ORBIT, HIGH_KM) * TURN_HOURS)
  return (
    <SliderFigure
      stills={stills}
      label={words.label}
      max={TURN_HOURS}
      first={8}
      readings={(hours) => {
        const { heightKm, speedKmS } = of(hours)
        return [
          say(hours),
          fill(words.height, { km: inFigures(Math.round(heightKm / 1000) * 1000) }),
          fill(words.speed, { speed: inFigures(speedKmS, 1) }),
          fill(words.high, { km: inFigures(HIGH_KM), high, turn: TURN_HOURS }),
        ]
      }}
      marks={(hours, drawing) => {
        const { alongKm, acrossKm } = of(hours)
        const { x, y, km } = PLACES[drawing]
        const at = { x: x + acrossKm / km, y: y + alongKm / km }
        return (
          <>
            <line className="fig-sight" x1={x} y1={y} x2={at.x} y2={at.y} />
            <circle className="fig-mark" cx={at.x} cy={at.y} r={8} />
          </>
        )
      }}
    />
  )
}
