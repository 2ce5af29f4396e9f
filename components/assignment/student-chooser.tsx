import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { Seat } from '@/lib/domain/class'

/** Leads to the exception of one student of the class; a plain form, which changes nothing. */
export function StudentChooser({
  seats,
  chosen,
}: {
  seats: readonly Seat[]
  chosen: string | undefined
}) {
  const t = useTranslations('exceptions')
  return (
    <form action="#exception-title" className="row-form mt-8">
      <div className="field">
        <label htmlFor="student">{t(chosen ? 'chooseOther' : 'choose')}</label>
        <select id="student" name="student" className="sel" key={chosen} defaultValue={chosen}>
          {seats.map(({ studentId, name }) => (
            <option key={studentId} value={studentId}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <Button type="submit">{t('chooseButton')}</Button>
    </form>
  )
}
