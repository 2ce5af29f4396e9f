import type { ReactNode } from 'react'

/** An island that nobody has set foot on. */
const COAST =
  'M38 2C39 12 34 21 27 27C20 33 11 36 1 35C-9 34 -19 37 -27 31C-34 26 -33 16 -36 7C-39 -2 -35 -10 -31 -18C-27 -27 -21 -37 -11 -41C-1 -45 9 -41 14 -34C19 -27 27 -24 32 -17C36 -11 37 -5 38 2Z'

/** What stands where nothing is yet: one sentence and, where there is something to do, one button. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string
  children: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="empty">
      <svg className="isle" viewBox="-50 -50 100 100" aria-hidden="true" focusable="false">
        <path className="none" d={COAST} />
      </svg>
      <div>
        <p className="empty-title">{title}</p>
        {children}
      </div>
      {action && <div className="acts">{action}</div>}
    </div>
  )
}
