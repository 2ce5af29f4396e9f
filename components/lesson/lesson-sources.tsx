import { useTranslations } from 'next-intl'
import type { CourseFile } from '@/lib/domain/course'
import type { Lesson } from '@/lib/domain/lesson'
import { FactEntry } from './fact-parts'

/** The article and every fact that the lesson rests on, each once and whole. */
export function LessonSources({
  lesson,
  article,
}: {
  lesson: Pick<Lesson, 'facts'>
  article: CourseFile['article']
}) {
  const t = useTranslations('lesson')
  const name = `${article.publisher}, “${article.title}”`
  return (
    <section className="sources" aria-labelledby="sources">
      <h2 id="sources">{t('sources')}</h2>
      <dl>
        <div id="the-article">
          <dt>
            <span className="ref">{t('articleKeys', { last: article.sentences })}</span>
          </dt>
          <dd>
            <p>{t('article', { sentences: article.sentences, words: article.words })}</p>
            <p className="cap">{article.url ? <a href={article.url}>{name}</a> : name}</p>
          </dd>
        </div>
        {lesson.facts.map((fact) => (
          <FactEntry key={fact.id} fact={fact} />
        ))}
      </dl>
    </section>
  )
}
