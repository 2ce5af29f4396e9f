import { useTranslations } from 'next-intl'
import { type Fact, writeFact } from '@/lib/domain/fact'
import { WHICH, type Which } from '@/lib/domain/item-analysis'

/** The address of this page for these attempts and, where there is one, this question. */
export const addressOf = (which: Which, item: string | null): string =>
  `?which=${which}${item === null ? '' : `&item=${encodeURIComponent(item)}`}`

/** The query by which the list of those behind a figure is asked for. */
export const behindAddress = (which: Which, fact: Fact): string =>
  `?which=${which}&of=${encodeURIComponent(writeFact(fact))}`

/** Whose attempts are analysed: four addresses of the page, the present one marked. */
export function WhichLinks({
  which,
  item,
}: {
  which: Which
  /** The question that was asked for, which stays; or null. */
  item: string | null
}) {
  const t = useTranslations('analysis.which')
  const note = useTranslations('analysis.whichNote')
  return (
    <>
      <nav aria-label={t('label')}>
        <ul className="which">
          {WHICH.map((each) => (
            <li key={each}>
              <a href={addressOf(each, item)} aria-current={each === which ? 'page' : undefined}>
                {t(each)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p className="cap mb-5">{note(which)}</p>
    </>
  )
}
