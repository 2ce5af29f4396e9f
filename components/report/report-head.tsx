import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { zonedText } from '@/components/assignment/zoned'
import { PrintButton } from '@/components/ui/print-button'

/** What a report is about, when it was made and by whose clocks its dates are. */
export function ReportHead({
  now,
  timeZone,
  children,
}: {
  now: Date
  timeZone: string
  children: ReactNode
}) {
  const t = useTranslations('report')
  return (
    <header className="report-head">
      {children}
      <p className="cap">{t('madeOn', { date: zonedText(now, timeZone) })}</p>
    </header>
  )
}

/** How to bring a report on paper. */
export function PrintRow({ children }: { children?: ReactNode }) {
  const t = useTranslations('report')
  return (
    <div className="acts not-printed items-center">
      <PrintButton label={t('print')} />
      {children}
    </div>
  )
}
