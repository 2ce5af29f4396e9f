import { useTranslations } from 'next-intl'
import type { LessonCitation } from '@/lib/domain/citations'
import type { Term } from '@/lib/domain/course'

export interface GlossaryEntry {
  term: Term
  lessons: LessonCitation[]
}

/** Terms with their other languages and the lessons that explain them. */
export function GlossaryList({
  courseSlug,
  entries,
}: {
  courseSlug: string
  entries: readonly GlossaryEntry[]
}) {
  const t = useTranslations('glossary')
  return (
    <dl className="terms">
      {entries.map(({ term, lessons }) => (
        <div key={term.id} id={`term-${term.id}`}>
          <dt>
            <dfn>{term.term}</dfn>
            {term.zh && <span lang="zh-Hans">{term.zh}</span>}
            {term.fr && <i lang="fr">{term.fr}</i>}
          </dt>
          <dd>
            <p>{term.definition}</p>
            {lessons.length > 0 && (
              <p className="cap">
                {t('in')}{' '}
                {lessons.map(({ slug, short, sentenceId }, at) => (
                  <span key={slug}>
                    {at > 0 && ', '}
                    <a href={`/courses/${courseSlug}/lessons/${slug}#${sentenceId}`}>{short}</a>
                  </span>
                ))}
              </p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
