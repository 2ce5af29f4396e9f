import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { Command } from '@/lib/form'

/** Ends a class, after saying what that means, or reopens it. */
export function ClassEnd({
  classId,
  name,
  isOver,
  end,
  reopen,
}: {
  classId: string
  name: string
  isOver: boolean
  end: Command
  reopen: Command
}) {
  const t = useTranslations('people')
  const whose = <input type="hidden" name="classId" value={classId} />
  return (
    <section aria-labelledby="end-title" className="grid justify-items-start gap-4">
      <h2 id="end-title">{t('end')}</h2>
      {isOver ? (
        <form action={reopen} className="grid justify-items-start gap-4">
          {whose}
          <p className="max-w-xl">{t('reopenText')}</p>
          <Button type="submit">{t('reopen')}</Button>
        </form>
      ) : (
        <>
          <p className="max-w-xl">{t('endText')}</p>
          <details>
            <summary>{t('endOpen')}</summary>
            <form action={end} className="mt-3">
              {whose}
              <Button type="submit">{t('endYes', { name })}</Button>
            </form>
          </details>
        </>
      )}
    </section>
  )
}
