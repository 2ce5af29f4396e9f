import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import type { AnalysedItem } from '@/lib/domain/item-analysis'
import { HINTS_BELOW, LEAST_ATTEMPTS } from '@/lib/domain/item-reading'
import { decimals, ofHundred } from './numbers'

/** What a facility, and where there is one a discrimination, could as well be: of one question. */
function HintText({ item }: { item: AnalysedItem }) {
  const t = useTranslations('analysis.hints')
  const { facility, discriminationIndex } = item.statistics
  const { facility: across, discrimination: up } = item.ranges
  if (facility === null || !across) return null
  const values = {
    facility: decimals(facility),
    facilityFrom: decimals(across.from),
    facilityTo: decimals(across.to),
  }
  if (discriminationIndex === null || !up) return <>{t('facility', values)}</>
  return (
    <>
      {t('both', {
        ...values,
        discrimination: ofHundred(discriminationIndex),
        discriminationFrom: ofHundred(up.from),
        discriminationTo: ofHundred(up.to),
      })}
    </>
  )
}

/** All that has to be known before the figures are read: how few they rest on, and what is left out. */
export function AnalysisNotices({
  counted,
  attempts,
  mostAsked,
  older,
  isBehind,
  isDrawn,
  example,
}: {
  /** "18 first attempts" */
  counted: string
  attempts: number
  /** How often the question was asked that was asked most. */
  mostAsked: number
  /** Attempts at other versions, which are left out. */
  older: number
  /** Whether not everything that was handed in is counted yet. */
  isBehind: boolean
  isDrawn: boolean
  /** The question of which it is told what its figures could be. */
  example: AnalysedItem | null
}) {
  const t = useTranslations('analysis')
  // Of a paper of their own each, fewer were asked the same.
  const size = isDrawn ? mostAsked : attempts
  const titleOf = (kind: 'few' | 'hints') =>
    isDrawn ? t(`${kind}.drawn`, { count: size }) : t(`${kind}.title`, { attempts: counted })
  return (
    <div className="notices">
      {size < LEAST_ATTEMPTS ? (
        <Notice tone="information" title={titleOf('few')}>
          <p>{t('few.text', { least: LEAST_ATTEMPTS })}</p>
        </Notice>
      ) : (
        size < HINTS_BELOW && (
          <Notice tone="information" title={titleOf('hints')}>
            <p>{example && <HintText item={example} />}</p>
          </Notice>
        )
      )}
      {older > 0 && (
        <Notice tone="information" title={t('olderTitle')}>
          <p>{t('older', { count: older })}</p>
        </Notice>
      )}
      {isDrawn && (
        <Notice tone="information" title={t('drawnTitle')}>
          <p>{t('drawn')}</p>
        </Notice>
      )}
      {isBehind && (
        <Notice tone="information" title={t('behindTitle')}>
          <p>{t('behind')}</p>
        </Notice>
      )}
    </div>
  )
}
