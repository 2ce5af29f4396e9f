import { useTranslations } from 'next-intl'
import { FormCheck, FormError } from '@/components/form/form-fields'
import { type ReviewMatrix, SHOWABLES, STAGES } from '@/lib/domain/assignment'

/** What a result shows and when, as a table of boxes to tick. */
export function ReviewMatrixField({ review }: { review: ReviewMatrix }) {
  const t = useTranslations('assignment.form')
  return (
    <fieldset className="group" aria-describedby="review-help review-error">
      <legend>{t('review')}</legend>
      <p className="cap" id="review-help">
        {t('reviewHelp')}
      </p>
      <table className="data matrix">
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            {STAGES.map((stage) => (
              <th key={stage} scope="col">
                {t(`stages.${stage}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SHOWABLES.map((what) => (
            <tr key={what}>
              <th scope="row">{t(`shows.${what}`)}</th>
              {STAGES.map((stage) => (
                <td key={stage}>
                  <FormCheck
                    name={`review.${stage}`}
                    value={what}
                    label={t('cell', { what: t(`shows.${what}`), stage: t(`stages.${stage}`) })}
                    isHidden
                    initial={review[stage].includes(what)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <FormError name="review" isGroup />
    </fieldset>
  )
}
