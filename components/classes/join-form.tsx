import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'

/** Leads to the page of a class by its code; a plain GET, so that the address can be kept. */
export function JoinForm({
  error,
  typed,
  main = false,
}: {
  error?: string | undefined
  typed?: string
  main?: boolean
}) {
  const t = useTranslations('classes')
  return (
    <form action="/join" className="grid max-w-md gap-4" noValidate>
      <Field
        name="code"
        label={t('code')}
        placeholder={t('codeExample')}
        defaultValue={typed}
        error={error}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
      />
      <div>
        <Button type="submit" variant={main ? 'main' : 'plain'}>
          {t('toClass')}
        </Button>
      </div>
    </form>
  )
}
