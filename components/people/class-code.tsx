import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { Command } from '@/lib/form'

/** The code of a class, large enough to be read off a board, with its link. */
export function ClassCode({
  classId,
  code,
  link,
  renew,
}: {
  classId: string
  code: string
  link: string
  renew: Command
}) {
  const t = useTranslations('classes')
  return (
    <section aria-labelledby="share-title" className="grid content-start gap-3">
      <h2 id="share-title">{t('share')}</h2>
      <p>{t('shareText')}</p>
      <p className="num font-sans text-xl">{code}</p>
      <p className="cap break-all">
        {t('link')}: <a href={link}>{link}</a>
      </p>
      <form action={renew}>
        <input type="hidden" name="classId" value={classId} />
        <Button type="submit">{t('newCode')}</Button>
      </form>
    </section>
  )
}
