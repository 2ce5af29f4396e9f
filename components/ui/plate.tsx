import type { ReactNode } from 'react'

/** The double neatline round a drawing. */
export function Plate({ children }: { children: ReactNode }) {
  return (
    <div className="plate">
      <div className="in">{children}</div>
    </div>
  )
}
