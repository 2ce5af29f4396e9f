import { useTranslations } from 'next-intl'
import { Plate } from '@/components/ui/plate'
import { ScaleNarrow } from './scale-narrow'
import { ScaleWide } from './scale-wide'

/** The home page's figure: three missions between Earth and Moon, with distances to scale. */
export function ScaleFigure() {
  const t = useTranslations('site.home.figure')
  return (
    <figure>
      <Plate>
        <ScaleWide labelledBy="scale-title scale-words" />
        <ScaleNarrow labelledBy="scale-title scale-words" />
      </Plate>
      <figcaption>
        <b id="scale-title">{t('title')}.</b> {t('caption')}
        <span className="vh" id="scale-words">
          {t('description')}
        </span>
      </figcaption>
    </figure>
  )
}
