import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { FITTING, type CertaintyReport as Report } from '@/lib/domain/certainty'
import { add, type Fraction, fraction, multiply } from '@/lib/domain/fraction'
import { formatScore, signed } from '@/lib/domain/score-format'

/** A share as per cent of at most two places; it may be below 0. */
const percent = (share: Fraction): string => {
  const { n, d } = multiply(share, fraction(100))
  return `${n < 0 ? '\u2212' : ''}${formatScore({ n: Math.abs(n), d }).text}`
}

/** Accuracy, what certainty added or took off, and whether each certainty was right as often as it says. */
export function CertaintyReport({
  report,
  isByLevel,
  isCounted,
}: {
  report: Report
  /** Whether it may be seen how answers of each certainty came out. */
  isByLevel: boolean
  /** Whether certainty makes a part of the score. */
  isCounted: boolean
}) {
  const t = useTranslations('behaviour.report')
  const level = useTranslations('behaviour.certainty.levels')
  const { accuracy, average, bonus, share, levels } = report
  // By what the score differs, which is less than the bonus where the score would be below 0.
  const by = add(share, multiply(accuracy, fraction(-1)))
  const change =
    by.n > 0
      ? t('adds', { by: percent(by) })
      : by.n < 0
        ? t('takes', { by: percent({ n: -by.n, d: by.d }) })
        : t('nothing')
  const uniform = add(average, multiply(bonus, fraction(-10)))
  const fitting = (certainty: keyof typeof FITTING) => {
    const { from, to } = FITTING[certainty]
    const ends = { from: Math.round((100 * from.n) / from.d), to: Math.round((100 * to.n) / to.d) }
    return t(from.n === 0 ? 'to' : to.n === to.d ? 'from' : 'between', ends)
  }
  return (
    <section className="mt-8" aria-labelledby="how-sure">
      <h2 id="how-sure" className="mb-4">
        {t('title')}
      </h2>
      {isCounted ? (
        <>
          <p className="max-w-2xl">
            {t('lead', { accuracy: percent(accuracy), change, score: percent(share) })}
          </p>
          <p className="cap my-3 max-w-2xl">
            {t('how', { average: signed(average), uniform: signed(uniform) })}
          </p>
        </>
      ) : (
        <>
          {levels.map(({ certainty, count, share: own, judgement }) => (
            <p key={certainty}>
              {t('sentence', {
                ...{ level: level(`${certainty}`), count, share: percent(own) },
                judgement: t(`judgements.${judgement}`),
              })}
            </p>
          ))}
          <p className="cap my-3 max-w-2xl">{t('forYou', { average: signed(average) })}</p>
        </>
      )}
      {isByLevel && levels.length > 0 && (
        <DataTable label={t('label')}>
          <thead>
            <tr>
              <th scope="col">{t('certainty')}</th>
              <th scope="col" className="n">
                {t('count')}
              </th>
              <th scope="col" className="n">
                {t('share')}
              </th>
              <th scope="col">{t('fitting')}</th>
              <th scope="col">{t('judgement')}</th>
            </tr>
          </thead>
          <tbody>
            {levels.map(({ certainty, count, share: own, judgement }) => (
              <tr key={certainty}>
                <th scope="row">{level(`${certainty}`)}</th>
                <td className="n">{count}</td>
                <td className="n">{percent(own)} %</td>
                <td>{fitting(certainty)}</td>
                <td>{t(`judgements.${judgement}`)}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </section>
  )
}
