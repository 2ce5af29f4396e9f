import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import type { LateCounts } from '@/lib/domain/late-answer'

/** Tells who teaches a class that late answers wait; nothing where none do. */
export function LateNotice({ count, href }: { count: number; href: string }) {
  const t = useTranslations('late')
  if (count === 0) return null
  return (
    <div className="my-5 max-w-xl">
      <Notice tone="information">
        {t('notice', { count })} <a href={href}>{t('look')}</a>
      </Notice>
    </div>
  )
}

/** Tells a student how their own late answers stand; nothing where there are none. */
export function OwnLateNotice({ counts }: { counts: LateCounts }) {
  const t = useTranslations('late.own')
  const said = (['waiting', 'accepted', 'left'] as const).filter((which) => counts[which] > 0)
  if (said.length === 0) return null
  return (
    <Notice tone="information">
      {said.map((which) => (
        <p key={which}>{t(which, { count: counts[which] })}</p>
      ))}
    </Notice>
  )
}
