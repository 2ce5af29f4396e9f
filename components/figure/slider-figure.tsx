'use client'

import { type ReactNode, useEffect, useId, useRef, useState } from 'react'

export type Drawing = 'wide' | 'narrow'

export interface Stills {
  /** The still drawings, made on the server, and the coordinates that they are drawn in. */
  wide: ReactNode
  narrow: ReactNode
  wideBox: string
  narrowBox: string
}

/**
 * A still drawing with marks laid over it that follow one slider. The slider is a native one, so it
 * works by keyboard and touch; what it changes is also said in words. Without JavaScript the still
 * drawing stands alone.
 */
export function SliderFigure({
  stills,
  label,
  max,
  first = 0,
  min = 0,
  readings,
  marks,
}: {
  stills: Stills
  label: string
  min?: number
  max: number
  /** Where the slider stands at the beginning. */
  first?: number
  /** What a value means, the value itself in words first: all of it is said by the slider. */
  readings(value: number): string[]
  marks?: (value: number, drawing: Drawing) => ReactNode
}) {
  const [value, setValue] = useState(first)
  const id = useId()
  const slider = useRef<HTMLInputElement>(null)
  // A slider moved before the script arrived has moved in the page alone: it is taken up from there.
  useEffect(() => {
    if (slider.current) setValue(Number(slider.current.value))
  }, [])
  const overlay = (drawing: Drawing, box: string) =>
    marks && (
      <svg className="fig-marks" viewBox={box} aria-hidden="true">
        {marks(value, drawing)}
      </svg>
    )
  return (
    <>
      <div className="fig-stage drawing-wide has-narrow">
        {stills.wide}
        {overlay('wide', stills.wideBox)}
      </div>
      <div className="fig-stage drawing-narrow">
        {stills.narrow}
        {overlay('narrow', stills.narrowBox)}
      </div>
      <div className="fig-controls">
        <label htmlFor={id}>{label}</label>
        <input
          id={id}
          ref={slider}
          type="range"
          autoComplete="off"
          min={min}
          max={max}
          step={1}
          value={value}
          aria-valuetext={readings(value).join(', ')}
          onChange={(event) => setValue(Number(event.target.value))}
        />
        {/* Said by the slider already, so not said again. */}
        <output htmlFor={id} aria-live="off">
          {readings(value).map((reading) => (
            <span key={reading}>{reading}</span>
          ))}
        </output>
      </div>
    </>
  )
}
