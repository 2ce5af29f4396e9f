'use client'

import { fill } from '@/components/ui/words'
import { lightTimeSeconds, powerFactor } from '@/lib/domain/radio'
import { SliderFigure } from './slider-figure'
import { type InteractionProps, inFigures } from './words'

const START_KM = 600
const DOUBLINGS = 10

/** What distance costs: each step of the slider doubles it. */
export function RadioLink({ stills, words }: InteractionProps<'radio-link'>) {
  const kmOf = (step: number) => START_KM * 2 ** step
  return (
    <SliderFigure
      stills={stills}
      label={words.label}
      max={DOUBLINGS}
      readings={(step) => {
        const km = kmOf(step)
        const seconds = lightTimeSeconds(km)
        return [
          fill(words.value, { km: inFigures(km) }),
          fill(words.time, { seconds: inFigures(seconds, seconds < 0.1 ? 3 : 2) }),
          fill(step === 0 ? words.start : words.power, {
            factor: inFigures(powerFactor(START_KM, km)),
            start: inFigures(START_KM),
          }),
        ]
      }}
    />
  )
}
