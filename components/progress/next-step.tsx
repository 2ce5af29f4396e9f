import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '@/components/ui/button'
import type { Command } from '@/lib/form'

/** The one thing recommended now, with its reason. `action` is the main button's label. */
export function NextStep({
  title,
  reason,
  href,
  action,
  command = null,
  look = null,
}: {
  title: string
  reason: string
  /** Where the main button leads; with a `command` it does that instead. */
  href: string
  action: string
  command?: { run: Command; fields: Record<string, string> } | null
  /** A quieter way beside it. */
  look?: { href: string; label: string } | null
}) {
  const t = useTranslations('progress')
  return (
    <section className="next-step" aria-labelledby="next-step">
      <div>
        <p className="tag">{t('next')}</p>
        <h2 id="next-step">{title}</h2>
        <p>{reason}</p>
      </div>
      <div className="acts">
        {command ? (
          <form action={command.run}>
            {Object.entries(command.fields).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <Button type="submit" variant="main">
              {action}
            </Button>
          </form>
        ) : (
          <ButtonLink variant="main" href={href}>
            {action}
          </ButtonLink>
        )}
        {look && <ButtonLink href={look.href}>{look.label}</ButtonLink>}
      </div>
    </section>
  )
}
