import { FormField } from '@/components/form/form-fields'
import type { Dates } from '@/lib/domain/assignment'
import { DATE_FIELDS, type DateField } from '@/lib/domain/assignment-form'
import { toLocal } from '@/lib/domain/zoned-time'

/** Opening, due date and close, as the clocks of the class show them; empty where there is none. */
export function DateFields({
  dates,
  timeZone,
  labels,
}: {
  dates: Partial<Dates>
  timeZone: string
  labels: Record<DateField, string>
}) {
  return (
    <div className="side-by-side">
      {DATE_FIELDS.map((name) => {
        const at = dates[name]
        return (
          <FormField
            key={name}
            name={name}
            label={labels[name]}
            type="datetime-local"
            initial={at ? toLocal(at, timeZone) : ''}
          />
        )
      })}
    </div>
  )
}
