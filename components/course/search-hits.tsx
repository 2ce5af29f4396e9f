import { useTranslations } from 'next-intl'
import type { SearchHit } from '@/lib/domain/search'

/** What a search found, each with its place in the course and what was looked for marked. */
export function SearchHits({
  courseSlug,
  hits,
}: {
  courseSlug: string
  hits: readonly SearchHit[]
}) {
  const t = useTranslations('search')
  return (
    <ol className="hits">
      {hits.map(({ kind, href, context, title, pieces }) => (
        <li key={href}>
          <p className="tag">
            {t(`kind.${kind}`)}
            {context !== '' && ` · ${context}`}
          </p>
          <h2>
            <a href={`/courses/${courseSlug}/${href}`}>{title}</a>
          </h2>
          <p>
            {pieces.map((piece, at) => {
              const key = `${at}-${piece}`
              return at % 2 === 1 ? <mark key={key}>{piece}</mark> : <span key={key}>{piece}</span>
            })}
          </p>
        </li>
      ))}
    </ol>
  )
}
