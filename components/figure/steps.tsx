'use client'

import { fill } from '@/components/ui/words'
import { SliderFigure } from './slider-figure'
import type { InteractionProps } from './words'

/** A ring goes from one place of the drawing to the next, and the words tell what is there. */
export function Steps({ stills, steps, words }: InteractionProps<'steps'>) {
  const textOf = (at: number) => steps[at]?.text ?? ''
  return (
    <SliderFigure
      stills={stills}
      label={words.label}
      max={steps.length - 1}
      readings={(at) => [fill(words.place, { number: at + 1, count: steps.length }), textOf(at)]}
      marks={(at, drawing) => {
        const place = steps[at]?.[drawing]
        return place && <circle className="fig-ring" cx={place[0]} cy={place[1]} r={15} />
      }}
    />
  )
}
