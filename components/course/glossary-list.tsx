import { useTranslations } from 'next-intl'
import { CHINESE } from '@/components/ui/chinese'
import type { LessonCitation } from '@/lib/domain/citations'
import type { Term } from '@/lib/domain/course'
import { plain } from '@/lib/domain/search-words'

export interface GlossaryEntry {
  term: Term
  lessons: LessonCitation[]
}

const letterOf = ({ term }: GlossaryEntry) => plain(term.term).charAt(0).toUpperCase()
/** The first term of each letter, by the letter. */
const firstsOf = (entries: readonly GlossaryEntry[]) =>
  new Map(entries.toReversed().map((entry) => [letterOf(entry), entry.term.id]))
/** With fewer letters than these, all terms are seen at once. */
const MANY = 5

function Letters({ letters }: { letters: readonly string[] }) {
  const t = useTranslations('glossary')
  return (
    <nav aria-label={t('letters')} className="topics">
      <ul>
        {letters.map((letter) => (
          <li key={letter}>
            <a href={`#letter-${letter}`} aria-label={t('letter', { letter })}>
              {letter}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Terms by alphabet, with letters to jump by; each with its other languages and the lessons that explain them. */
export function GlossaryList({
  courseSlug,
  entries,
}: {
  courseSlug: string
  entries: readonly GlossaryEntry[]
}) {
  const t = useTranslations('glossary')
  const firsts = firstsOf(entries)
  const letters = [...firsts.keys()].toReversed()
  return (
    <>
      {letters.length >= MANY && <Letters letters={letters} />}
      <dl className="terms">
        {entries.map((entry) => {
          const { term, lessons } = entry
          const isFirst = firsts.get(letterOf(entry)) === term.id
          return (
            <div key={term.id} id={`term-${term.id}`}>
              <dt id={isFirst ? `letter-${letterOf(entry)}` : undefined}>
                <dfn>{term.term}</dfn>
                {term.zh && <span lang={CHINESE}>{term.zh}</span>}
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
          )
        })}
      </dl>
    </>
  )
}
