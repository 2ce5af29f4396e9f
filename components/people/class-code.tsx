import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '@/components/ui/button'
import { LocalTime } from '@/components/ui/local-time'
import { CODE_LIVES } from '@/lib/domain/class'
import type { Qr } from '@/lib/domain/qr'
import type { Command } from '@/lib/form'
import { QrCode } from './qr-code'

/** The code of a class with its link, how long it opens the class, and the way to a new one. */
export function ClassCode({
  classId,
  code,
  link,
  qr,
  expiresAt,
  now,
  renew,
}: {
  classId: string
  code: string
  link: string
  qr: Qr
  expiresAt: Date | null
  now: Date
  renew: Command
}) {
  const t = useTranslations('people')
  const isOver = expiresAt !== null && expiresAt <= now
  return (
    <section aria-labelledby="share-title">
      <h2 id="share-title">{t('share')}</h2>
      <p className="mt-2 max-w-xl">{t('shareText')}</p>
      <div className="mt-5 flex flex-wrap items-start gap-8">
        <div className="grid max-w-md min-w-0 gap-3">
          <p className="num font-sans text-xl">{code}</p>
          <p className={isOver ? 'err' : undefined}>
            {expiresAt
              ? t.rich(isOver ? 'expired' : 'until', {
                  date: () => <LocalTime at={expiresAt} />,
                })
              : t('stays')}
          </p>
          <p className="cap break-all">
            {t('link')}: <a href={link}>{link}</a>
          </p>
          <form action={renew} className="mt-2 grid gap-4">
            <input type="hidden" name="classId" value={classId} />
            <div className="field">
              <label htmlFor="life">{t('life')}</label>
              <select id="life" name="life" className="sel" defaultValue="never">
                {CODE_LIVES.map((life) => (
                  <option key={life} value={life}>
                    {t(`lives.${life}`)}
                  </option>
                ))}
              </select>
            </div>
            <div className="acts">
              <Button type="submit">{t('newCode')}</Button>
              {!isOver && (
                <ButtonLink href={`/classes/${classId}/board`}>{t('toBoard')}</ButtonLink>
              )}
            </div>
          </form>
        </div>
        {!isOver && (
          <div className="qr-small">
            <QrCode qr={qr} label={t('qr')} />
          </div>
        )}
      </div>
    </section>
  )
}
