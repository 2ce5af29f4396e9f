import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { Command } from '@/lib/form'

/** The mixed quiz of a course: what it is, and its button or when it opens. */
export function MixedOffer({
  courseSlug,
  waiting,
  mix,
}: {
  courseSlug: string
  /** How many objectives wait for one; 0: it is not open yet. */
  waiting: number
  mix: Command
}) {
  const t = useTranslations('mixedOffer')
  return (
    <section id="mixed" aria-labelledby="mixed-title">
      <h2 id="mixed-title">{t('title')}</h2>
      <p className="mt-2 mb-4">{t('text')}</p>
      {waiting > 0 ? (
        <form action={mix}>
          <input type="hidden" name="course" value={courseSlug} />
          <Button type="submit">{t('start')}</Button>
        </form>
      ) : (
        <p className="cap">{t('notYet')}</p>
      )}
    </section>
  )
}
