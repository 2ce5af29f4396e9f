import { useTranslations } from 'next-intl'
import { FactEntry } from '@/components/lesson/fact-parts'
import type { FactCitations } from '@/lib/domain/citations'
import type { Fact } from '@/lib/domain/course'

export interface SourceEntry {
  fact: Fact
  citations: FactCitations
}

interface Link {
  href: string
  text: string
}

function CitedBy({ courseSlug, entry }: { courseSlug: string; entry: SourceEntry }) {
  const { fact, citations } = entry
  const t = useTranslations('sources')
  const at = `/courses/${courseSlug}`
  const links: Link[] = [
    ...citations.lessons.map(({ slug, short, sentenceId, times }) => ({
      href: `${at}/lessons/${slug}#${sentenceId}`,
      text: t('lesson', { title: short, times }),
    })),
    ...citations.figures.map(({ id, title, lesson }) => ({
      href: `${at}/lessons/${lesson}#figure-${id}`,
      text: t('figure', { title }),
    })),
    ...citations.events.map(({ id, title }) => ({
      href: `${at}/timeline#${id}`,
      text: t('event', { title }),
    })),
    ...citations.quizzes.map(({ slug, title, questions }) => ({
      href: `${at}/quizzes/${slug}`,
      text: t('quiz', { title, questions }),
    })),
  ]
  return (
    <details className="cited">
      <summary>
        {t('cited', { count: links.length })}
        <span className="vh">{t('citedFact', { id: fact.id })}</span>
      </summary>
      <ul>
        {links.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Facts whole, with where each was read, how sure it is, and everything that rests on it. */
export function SourcesList({
  courseSlug,
  entries,
}: {
  courseSlug: string
  entries: readonly SourceEntry[]
}) {
  return (
    <dl>
      {entries.map((entry) => (
        <FactEntry key={entry.fact.id} fact={entry.fact}>
          <CitedBy courseSlug={courseSlug} entry={entry} />
        </FactEntry>
      ))}
    </dl>
  )
}
