import type { ReactNode } from 'react'

/** Drawings on a grid of 16 units; strokes take the colour of the text around them. */
const drawings = {
  right: (
    <>
      <circle className="solid" cx="8" cy="8" r="7" />
      <path className="knock" d="M4.6 8.3 7 10.6 11.4 5.6" />
    </>
  ),
  part: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path className="solid" d="M8 1.8a6.2 6.2 0 0 0 0 12.4z" />
    </>
  ),
  wrong: (
    <>
      <rect x="1.6" y="1.6" width="12.8" height="12.8" />
      <path d="m5 5 6 6m0-6-6 6" />
    </>
  ),
  blank: <circle cx="8" cy="8" r="6.2" strokeDasharray="2.2 2.67" strokeLinecap="butt" />,
  flag: <path d="M3.2 15V1.6M3.2 2h10.4l-3 3.4 3 3.4H3.2z" />,
  flagged: (
    <>
      <path d="M3.2 15V1.6" />
      <path className="filled" d="M3.2 2h10.4l-3 3.4 3 3.4H3.2z" />
    </>
  ),
  saved: <path d="M1.6 14.2h12.8M3.4 6.4l3.4 3.6 6-7.6" />,
  saving: <path d="M1.6 14.2h12.8M8 1.4v8.2m-3.2-3L8 9.8l3.2-3.2" />,
  unsaved: <path d="M8 1.8 15 14.2H1zM8 6.2v3.6m0 1.9v.4" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="6.4" />
      <path d="M8 4v4.2l2.8 1.8" />
    </>
  ),
  pencil: <path d="M2 14.2 3 10.4 11.2 2.2 13.8 4.8 5.6 13zM9.4 14.2h5" />,
  document: <path d="M2.2 1.8h7.4l4.2 4.2v8.2H2.2zM9.2 2v4.4h4.4" />,
  book: (
    <path d="M2.4 2h8.4a2.6 2.6 0 0 1 2.6 2.6V14H5a2.6 2.6 0 0 1-2.6-2.6zM5.6 5.6h4.6m-4.6 3h4.6" />
  ),
  target: (
    <>
      <path d="M8 1.4v3.2m0 6.8v3.2M1.4 8h3.2m6.8 0h3.2" />
      <circle cx="8" cy="8" r="3.2" />
    </>
  ),
  'arrow-left': <path d="M14.4 8h-12m4.8-5L2.2 8l5 5" />,
  'arrow-right': <path d="M1.6 8h12m-4.8-5L13.8 8l-5 5" />,
  'arrow-up': <path d="M8 14V2.6m-5 4.8 5-5 5 5" />,
  'arrow-down': <path d="M8 2v11.4m-5-4.8 5 5 5-5" />,
  search: (
    <>
      <circle cx="6.6" cy="6.6" r="4.8" />
      <path d="m10.2 10.2 4.4 4.4" />
    </>
  ),
  external: <path d="M6 3.2H2.6v10.2h10.2V10M9 2.2h4.8V7M13.4 2.6 7.4 8.6" />,
  moon: <path d="M13.6 10.2A6.2 6.2 0 1 1 6 2.2a5 5 0 0 0 7.6 8z" />,
  sun: (
    <>
      <circle cx="8" cy="8" r="2.9" />
      <path d="M8 1.2v1.4m0 10.8v1.4M1.2 8h1.4m10.8 0h1.4M3.2 3.2l1 1m7.6 7.6 1 1m0-9.6-1 1m-7.6 7.6-1 1" />
    </>
  ),
  menu: <path d="M1.6 4h12.8M1.6 8h12.8M1.6 12h12.8" />,
  info: (
    <>
      <circle cx="8" cy="8" r="6.4" />
      <path d="M8 7.4v4m0-6.8v.3" />
    </>
  ),
  trouble: <path d="M8 1.8 15 14.2H1zM8 6.2v3.6m0 1.9v.4" />,
  person: (
    <>
      <circle cx="8" cy="5" r="3.2" />
      <path d="M1.8 14.4c.6-3.2 3-5 6.2-5s5.6 1.8 6.2 5" />
    </>
  ),
} as const satisfies Record<string, ReactNode>

export type IconName = keyof typeof drawings

/** A drawing in the size and colour of its text. Without `label` it is hidden from assistive technology. */
export function Icon({ name, label }: { name: IconName; label?: string | undefined }) {
  if (label === undefined)
    return (
      <svg className="ic" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {drawings[name]}
      </svg>
    )
  return (
    <svg className="ic" viewBox="0 0 16 16" role="img" aria-label={label}>
      {drawings[name]}
    </svg>
  )
}
