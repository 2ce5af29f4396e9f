import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { fill } from '@/components/ui/words'
import type { AnalysedItem } from '@/lib/domain/item-analysis'
import { LEAST_ATTEMPTS } from '@/lib/domain/item-reading'
import type { VerdictWords } from './mark'

/** The selected question in words beside the drawing, and the way to its answers. */
export function LookFirst({ item, isMostUrgent }: { item: AnalysedItem; isMostUrgent: boolean }) {
  const t = useTranslations('analysis')
  const verdicts: VerdictWords = t.raw('verdict')
  const { number, title, reading } = item
  return (
    <section className="look-first" aria-labelledby="look-title">
      {isMostUrgent && <p className="tag">{t('look.tag')}</p>}
      <h3 id="look-title">{t('item.title', { number, title })}</h3>
      <p>{fill(verdicts[reading], { least: LEAST_ATTEMPTS })}</p>
      <p className="mt-4">
        <ButtonLink variant="main" href="#item">
          {t('look.go', { number })}
        </ButtonLink>
      </p>
    </section>
  )
}
