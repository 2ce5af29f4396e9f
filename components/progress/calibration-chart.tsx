import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Notice } from '@/components/ui/notice'
import type { CalibrationGroup } from '@/lib/domain/calibration'
import { CalibrationPlot } from './calibration-plot'
import { ChartFigure, labelledBy } from './chart-figure'
import { NARROW, WIDE } from './day-axis'

/** Under so many answers of a certainty its share is a hint. */
const FEW = 30

const percent = (share: number) => Math.round(share * 100)

/** How sure a learner was against how often they were right. */
export function CalibrationChart({ groups }: { groups: readonly CalibrationGroup[] }) {
  const t = useTranslations('progressPage.calibration')
  const levels = useTranslations('behaviour.certainty.levels')
  const id = useId()
  const told = groups.filter(({ share }) => share !== null)
  const sentence = ({ certainty, count, right, reading }: CalibrationGroup) =>
    t(`reading.${reading}`, { level: levels(String(certainty)), count, right })
  const plot = { groups: told, labelledBy: labelledBy(id) }
  return (
    <>
      {told.some(({ count }) => count < FEW) && (
        <div className="mb-4">
          <Notice tone="information">
            {t('few', { count: Math.min(...told.map(({ count }) => count)) })}
          </Notice>
        </div>
      )}
      <ChartFigure
        id={id}
        title={t('title')}
        description={told.map(sentence).join(' ')}
        wide={<CalibrationPlot {...plot} box={WIDE} className="drawing-wide has-narrow" />}
        narrow={
          <CalibrationPlot {...plot} box={{ ...NARROW, right: 270 }} className="drawing-narrow" />
        }
        tableTitle={t('table')}
      >
        <thead>
          <tr>
            <th scope="col">{t('certainty')}</th>
            <th scope="col" className="n">
              {t('answers')}
            </th>
            <th scope="col" className="n">
              {t('right')}
            </th>
            <th scope="col" className="n">
              {t('range')}
            </th>
            <th scope="col" className="n">
              {t('fits')}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ certainty, count, share, fitting }) => (
            <tr key={certainty}>
              <th scope="row">{levels(String(certainty))}</th>
              <td className="n">{count}</td>
              <td className="n">{share ? t('percent', { percent: percent(share.value) }) : '–'}</td>
              <td className="n">
                {share ? t('between', { from: percent(share.low), to: percent(share.high) }) : '–'}
              </td>
              <td className="n">
                {t('between', { from: percent(fitting.from), to: percent(fitting.to) })}
              </td>
            </tr>
          ))}
        </tbody>
      </ChartFigure>
    </>
  )
}
