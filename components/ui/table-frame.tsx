import type { ReactNode } from 'react'

/**
 * The scrolling frame of a table, both named by `label`; `children` are its head and body. The region
 * can be focused, so that the keyboard slides it; `hint` says that there is more at its side. Numbers
 * stand in cells of the class `n`. It knows no words, so that client components draw it too.
 */
export function TableFrame({
  label,
  hint,
  look = '',
  isTall = false,
  children,
}: {
  label: string
  hint: string
  /** A further class of the table. */
  look?: string
  /** Whether it also scrolls up and down, under a head that stays. */
  isTall?: boolean
  children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable
    <section className={isTall ? 'slide tall' : 'slide'} aria-label={label} tabIndex={0}>
      <p className="slide-hint small" aria-hidden="true">
        {hint}
      </p>
      <table className={`data ${look}`.trim()}>
        <caption className="vh">{label}</caption>
        {children}
      </table>
    </section>
  )
}
