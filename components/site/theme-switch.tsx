import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'

/**
 * Changes between day and night colours. `public/theme.js` answers the click, remembers the choice
 * and decides which of the two labels shows; without it the button is not shown at all.
 */
export function ThemeSwitch() {
  const t = useTranslations('site')
  return (
    <button className="btn quiet theme-switch" type="button" data-theme-switch="">
      <span className="to-night">
        <Icon name="moon" /> <span>{t('theme.night')}</span>
      </span>
      <span className="to-day">
        <Icon name="sun" /> <span>{t('theme.day')}</span>
      </span>
    </button>
  )
}
