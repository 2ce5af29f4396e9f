import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { WithChinese } from '@/components/ui/chinese'
import type { Fact } from '@/lib/domain/course'

/** The month in which a fact was last known to be so. */
export function FactMonth({ fact }: { fact: Fact }) {
  const format = useFormatter()
  return (
    <time dateTime={fact.asOf}>
      {format.dateTime(new Date(fact.asOf), { month: 'short', year: 'numeric' })}
    </time>
  )
}

/** "Background, as of Nov 2026": what keeps a fact apart from what the article says. */
export function FactDate({ fact }: { fact: Fact }) {
  const t = useTranslations('lesson')
  const format = useFormatter()
  const date = format.dateTime(new Date(fact.asOf), { month: 'short', year: 'numeric' })
  return <span>{t('background', { date })}</span>
}

/** "Publisher, “Title”", the title in its own language. */
function SourceName({ source: { publisher, title, lang } }: { source: Fact['sources'][number] }) {
  return (
    <>
      {publisher}, “
      {lang === undefined ? <WithChinese>{title}</WithChinese> : <span lang={lang}>{title}</span>}”
    </>
  )
}

/** Where a fact was read, one line to a source; a source without an address is only named. */
export function FactSources({ fact, className }: { fact: Fact; className?: string }) {
  const t = useTranslations('lesson')
  return (
    <ul className={className} aria-label={t('sourcesOf', { id: fact.id })}>
      {fact.sources.map((source) => (
        <li key={`${source.publisher}/${source.title}`}>
          {source.url ? (
            <a href={source.url}>
              <SourceName source={source} />
            </a>
          ) : (
            <SourceName source={source} />
          )}
        </li>
      ))}
    </ul>
  )
}

/** A fact as an entry of a list: what is known, as of when, how sure, where read; more below it. */
export function FactEntry({ fact, children }: { fact: Fact; children?: ReactNode }) {
  const t = useTranslations('lesson')
  return (
    <div id={`fact-${fact.id}`}>
      <dt>
        <span className="ref">{fact.id}</span>
      </dt>
      <dd>
        <p>
          <WithChinese>{fact.text}</WithChinese>
        </p>
        <p className="cap">
          <FactDate fact={fact} />. {t(`mark.${fact.mark}`)}
        </p>
        <FactSources fact={fact} className="cap" />
        {children}
      </dd>
    </div>
  )
}
