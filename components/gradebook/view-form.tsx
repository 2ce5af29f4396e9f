import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { GRADEBOOK_FILTERS, type GradebookView } from '@/lib/domain/gradebook-view'

/** Chooses whom the gradebook shows and in which order; a plain form, which changes nothing. */
export function ViewForm({
  view: { sort, isDown, filter },
  quizzes,
}: {
  view: GradebookView
  quizzes: readonly { assignmentId: string; short: string }[]
}) {
  const t = useTranslations('gradebook')
  return (
    <form className="mb-5" aria-label={t('view')}>
      <div className="side-by-side">
        <div className="field">
          <label htmlFor="show">{t('show')}</label>
          <select id="show" name="show" className="sel" key={filter} defaultValue={filter ?? ''}>
            <option value="">{t('everybody')}</option>
            {GRADEBOOK_FILTERS.map((each) => (
              <option key={each} value={each}>
                {t(`filters.${each}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="sort">{t('sort')}</label>
          <select id="sort" name="sort" className="sel" key={sort} defaultValue={sort}>
            <option value="name">{t('name')}</option>
            <option value="total">{t('total')}</option>
            {quizzes.map(({ assignmentId, short }) => (
              <option key={assignmentId} value={assignmentId}>
                {short}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="order">{t('order')}</label>
          <select
            id="order"
            name="order"
            className="sel"
            key={String(isDown)}
            defaultValue={isDown ? 'down' : 'up'}
          >
            <option value="up">{t('up')}</option>
            <option value="down">{t('down')}</option>
          </select>
        </div>
        <div className="self-end">
          <Button type="submit">{t('apply')}</Button>
        </div>
      </div>
      <p className="cap mt-2">{t('viewHelp')}</p>
    </form>
  )
}
