import type { ReactNode } from 'react'
import type messages from '@/content/messages/en.json'
import type { Reading } from '@/lib/domain/item-reading'

export type MarkName = 'adequate' | 'weak' | 'negative' | 'extreme' | 'none'

const marks: Record<Reading, MarkName> = {
  'check-the-key': 'negative',
  'too-hard': 'extreme',
  'too-easy': 'extreme',
  'very-weak': 'weak',
  weak: 'weak',
  adequate: 'adequate',
  good: 'adequate',
  'no-spread': 'none',
  'too-few': 'none',
}
export const markOf = (reading: Reading): MarkName => marks[reading]

/** The words of all readings; one without words does not compile. */
export type ReadingWords = (typeof messages)['analysis']['reading'] & Record<Reading, string>
export type VerdictWords = (typeof messages)['analysis']['verdict'] & Record<Reading, string>

const shapes: Record<MarkName, (x: number, y: number) => ReactNode> = {
  adequate: (x, y) => <circle className="mark-adequate" cx={x} cy={y} r="7" />,
  weak: (x, y) => <path className="mark-weak" d={`M${x} ${y - 9}l9 9l-9 9l-9 -9z`} />,
  negative: (x, y) => <path className="mark-negative" d={`M${x} ${y - 10}l9.5 17.5h-19z`} />,
  extreme: (x, y) => <path className="mark-extreme" d={`M${x - 6.5} ${y - 6.5}h13v13h-13z`} />,
  none: (x, y) => <circle className="mark-none" cx={x} cy={y} r="7" />,
}

/** The shape of a question in a drawing; the word for it stands in the key and in the table. */
export const Shape = ({ mark, x, y }: { mark: MarkName; x: number; y: number }) =>
  shapes[mark](x, y)

/** The same shape in a line of text. */
export function Mark({ mark }: { mark: MarkName }) {
  return (
    <svg className="mark" viewBox="-12 -12 24 24" aria-hidden="true" focusable="false">
      <Shape mark={mark} x={0} y={0} />
    </svg>
  )
}
