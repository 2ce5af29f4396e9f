import type { ReactNode } from 'react'
import { Plate } from '@/components/ui/plate'

/**
 * A drawing in two widths as one image, named and told in words, and beneath it a table of the same
 * data. The labels inside of the drawing would be loose pieces to a screen reader.
 */
export function AnalysisFigure({
  id,
  title,
  description,
  caption,
  wide,
  narrow,
  children,
}: {
  /** Of the page; the ids of its parts begin with it. */
  id: string
  title: string
  description: string
  caption?: ReactNode
  /** Each hidden from assistive technology. */
  wide: ReactNode
  narrow: ReactNode
  /** The table, where it does not stand elsewhere. */
  children?: ReactNode
}) {
  return (
    <figure className="analysis-figure">
      <Plate>
        <div role="img" aria-labelledby={`${id}-title`} aria-describedby={`${id}-told`}>
          <div className="drawing-wide has-narrow">{wide}</div>
          <div className="drawing-narrow">{narrow}</div>
        </div>
      </Plate>
      <figcaption>
        <b id={`${id}-title`}>{title}.</b> <span id={`${id}-told`}>{description}</span> {caption}
      </figcaption>
      {children}
    </figure>
  )
}
