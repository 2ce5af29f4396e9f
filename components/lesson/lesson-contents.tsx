import { useTranslations } from 'next-intl'
import type { Section } from '@/lib/domain/lesson'

function Sections({ sections }: { sections: readonly Section[] }) {
  const t = useTranslations('lesson')
  return (
    <ol>
      {sections.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
      <li>
        <a href="#sources">{t('sources')}</a>
      </li>
    </ol>
  )
}

/** The sections by name: beside the text on wide screens, behind one line on narrow ones. */
export function LessonContents({
  number,
  sections,
}: {
  number: number
  sections: readonly Section[]
}) {
  const t = useTranslations('lesson')
  return (
    <nav className="toc" aria-label={t('sections')}>
      <div className="toc-wide">
        <p className="tag">{t('lesson', { number })}</p>
        <Sections sections={sections} />
      </div>
      <details className="toc-narrow">
        <summary>{t('sectionsCount', { count: sections.length })}</summary>
        <Sections sections={sections} />
      </details>
    </nav>
  )
}
