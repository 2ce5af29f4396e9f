import type { FigureStep } from '@/lib/domain/lesson'
import type { Stills } from './slider-figure'

/** Texts with names in braces, as the catalogue has them. */
export type FigureWords = Record<string, string>

export interface InteractionProps {
  stills: Stills
  steps: readonly FigureStep[]
  words: FigureWords
}

/** `text` with what stands for the names in braces. */
export const fill = (text: string | undefined, values: Record<string, string | number>): string =>
  (text ?? '').replace(/\{(\w+)\}/g, (_whole, name: string) => String(values[name] ?? ''))

const number = new Intl.NumberFormat('en-GB')
/** A number for reading, with separators and at most `digits` decimals. */
export const inFigures = (value: number, digits = 0): string =>
  digits === 0 ? number.format(Math.round(value)) : value.toFixed(digits)
