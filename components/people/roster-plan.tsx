import { Icon } from '@/components/ui/icon'
import { TableFrame } from '@/components/ui/table-frame'
import { counted } from '@/components/ui/words'
import type { PlannedRow } from '@/lib/domain/roster'
import type { FormWords } from './roster-words'

const groupOf = ({ outcome }: PlannedRow) =>
  outcome === 'new' || outcome === 'present' ? outcome : 'refused'

function Outcome({ row: { outcome }, words }: { row: PlannedRow; words: FormWords }) {
  if (outcome === 'new') return <>{words.isNew}</>
  if (outcome === 'present') return <>{words.isPresent}</>
  return (
    <span className="err">
      <Icon name="trouble" />
      <span>{words.faults[outcome]}</span>
    </span>
  )
}

/** Every row of a list with what will happen to it. */
export function RosterPlan({
  rows,
  words,
  slide,
}: {
  rows: readonly PlannedRow[]
  words: FormWords
  slide: string
}) {
  const sums = (['new', 'present', 'refused'] as const).flatMap((group) => {
    const count = rows.filter((row) => groupOf(row) === group).length
    return count > 0 || group === 'new' ? [counted(words[group], count)] : []
  })
  return (
    <section aria-labelledby="plan-title" className="grid gap-4">
      <h2 id="plan-title">{words.planTitle}</h2>
      <p>
        {words.planText} {sums.join('; ')}.
      </p>
      <TableFrame label={words.planTitle} hint={slide} look="roster">
        <thead>
          <tr>
            <th scope="col" className="n">
              {words.line}
            </th>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.username}</th>
            <th scope="col">{words.what}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows can end on one line
            <tr key={at}>
              <td className="n">{row.line}</td>
              <th scope="row">{row.name || words.noName}</th>
              <td>{row.username}</td>
              <td>
                <Outcome row={row} words={words} />
              </td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </section>
  )
}
