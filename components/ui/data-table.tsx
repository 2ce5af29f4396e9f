import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TableFrame } from './table-frame'

/** A table in its frame, drawn on the server, which knows the words. */
export function DataTable({
  label,
  isTall = false,
  children,
}: {
  label: string
  isTall?: boolean
  children: ReactNode
}) {
  const t = useTranslations('ui')
  return (
    <TableFrame label={label} hint={t('slide')} isTall={isTall}>
      {children}
    </TableFrame>
  )
}
