import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'

/** Who it is for, in three rows; the class code is asked for by a plain form. */
export function HomeAudiences() {
  const t = useTranslations('site.home')
  return (
    <section className="audiences" aria-labelledby="audiences">
      <h2 id="audiences">{t('for')}</h2>
      <div className="audience-rows">
        <div>
          <h3>{t('alone.title')}</h3>
          <p>{t('alone.text')}</p>
        </div>
        <div>
          <h3>{t('class.title')}</h3>
          <div>
            <p>{t('class.text')}</p>
            <form className="code-form" action="/join" method="get">
              <Field
                label={t('class.code')}
                name="code"
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                placeholder={t('class.example')}
                required
              />
              <Button type="submit">{t('class.join')}</Button>
            </form>
          </div>
        </div>
        <div>
          <h3>{t('curious.title')}</h3>
          <p>{t('curious.text')}</p>
        </div>
      </div>
    </section>
  )
}
