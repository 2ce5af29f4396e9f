import type messages from '@/content/messages/en.json'
import type { FigureStep, Interaction } from '@/lib/domain/lesson'
import type { Stills } from './slider-figure'

/** What an interaction gets; its words come from the catalogue as they stand there. */
export interface InteractionProps<Name extends Interaction> {
  stills: Stills
  steps: readonly FigureStep[]
  words: (typeof messages)['figure'][Name]
}

const number = new Intl.NumberFormat('en-GB')
/** A number for reading: whole, with separators, or with so many decimals. */
export const inFigures = (value: number, digits = 0): string =>
  digits === 0 ? number.format(Math.round(value)) : value.toFixed(digits)
