import type { ReactNode } from 'react'

/** A page with one form: what it is for, and the form beside it or, on narrow screens, below. */
export function Gate({
  title,
  lead,
  children,
}: {
  title: string
  lead: string
  children: ReactNode
}) {
  return (
    <div className="gate">
      <div>
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
      </div>
      <div className="gate-form">{children}</div>
    </div>
  )
}
