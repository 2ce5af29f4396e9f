import { useTranslations } from 'next-intl'
import type { Section } from '@/lib/domain/lesson'
import { SectionLinks } from './section-links'

/** The way through a lesson: its sections and its sources. */
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
      <SectionLinks
        links={[
          ...sections.map(({ id, title }) => ({ id, title })),
          { id: 'sources', title: t('sources') },
        ]}
        words={{
          lesson: t('lesson', { number }),
          closed: t('sectionsCount', { count: sections.length }),
          place: t.raw('sectionPlace'),
        }}
      />
    </nav>
  )
}
