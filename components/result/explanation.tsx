import { Fragment } from 'react'
import { WithChinese } from '@/components/ui/chinese'
import { Icon, type IconName } from '@/components/ui/icon'
import { fill } from '@/components/ui/words'
import type { Explanation as Explained } from '@/lib/domain/attempt'
import type { Fact } from '@/lib/domain/course'
import type { OtherOption } from '@/lib/domain/question/kind'
import { AnswerParts } from './answer-parts'
import { gatherPassages, type PassageGroup } from './passages'
import { behaviourTexts, dayText, type ExplanationWords, exactText } from './words'

type Words = ExplanationWords['explanation']

const looks: Record<'lesson' | 'article', { look: string; icon: IconName }> = {
  lesson: { look: 'pass', icon: 'target' },
  article: { look: 'pass art', icon: 'document' },
}

/** Quotation marks inside quotation marks are single ones. */
const inner = (text: string) => text.replaceAll('“', '‘').replaceAll('”', '’')

function PassageBox({
  group,
  lessonHref,
  words,
}: {
  group: PassageGroup
  lessonHref: string
  words: Words
}) {
  const { lessonTitle, section, articleSentence, stretches } = group
  const voice = articleSentence ? 'article' : 'lesson'
  const { look, icon } = looks[voice]
  return (
    <div className={look}>
      <p className="tag">
        <Icon name={icon} />
        <span>{fill(words.passage[voice], { lesson: lessonTitle, section: inner(section) })}</span>
      </p>
      {stretches.map(({ sentenceId, sentences }) => (
        <Fragment key={sentenceId}>
          <blockquote>
            {sentences.map(({ text, isMarked }) => (
              <Fragment key={text}>
                {isMarked ? (
                  <mark>
                    <WithChinese>{text}</WithChinese>
                  </mark>
                ) : (
                  <WithChinese>{text}</WithChinese>
                )}{' '}
              </Fragment>
            ))}
          </blockquote>
          <p className="pl">
            <span>
              {articleSentence && (
                <span className="ref">
                  <span className="vh">{fill(words.sentence, { id: articleSentence })}</span>
                  <span aria-hidden="true">{articleSentence}</span>
                </span>
              )}
            </span>
            <a className="go" href={`${lessonHref}#${sentenceId}`}>
              {words.open}
            </a>
          </p>
        </Fragment>
      ))}
    </div>
  )
}

function FactDetails({ fact, words }: { fact: Fact; words: Words }) {
  return (
    <details className="fact-more">
      <summary>{fill(words.fact, { id: fact.id, date: dayText(fact.asOf) })}</summary>
      <p>
        <WithChinese>{fact.text}</WithChinese>
      </p>
      <p className="cap">
        {words.mark[fact.mark]} {words.source}:{' '}
        {fact.sources.map(({ title, publisher, url, lang }, place) => (
          <span key={title}>
            {place > 0 && '; '}
            {url ? (
              <a href={url} lang={lang}>
                {title}
              </a>
            ) : (
              <span lang={lang}>{title}</span>
            )}
            , {publisher}
          </span>
        ))}
      </p>
    </details>
  )
}

function OtherOptions({ others, title }: { others: readonly OtherOption[]; title: string }) {
  return (
    <details className="others">
      <summary>{title}</summary>
      <dl>
        {others.map(({ text, why }) => (
          <div key={text}>
            <dt>{text}</dt>
            <dd>{why}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/**
 * Everything that explains one marked answer. A plain function of its props, so that the practice
 * sheet in the browser and the result page on the server show the same.
 */
export function Explanation({
  explanation,
  lessonHref,
  isGivenShown = false,
  words: { explanation: words, rules },
}: {
  explanation: Explained
  /** The address of a lesson by its slug, without an anchor. */
  lessonHref(lesson: string): string
  /** The answer field stands above, marked, so that the given answer need not be repeated. */
  isGivenShown?: boolean
  words: ExplanationWords
}) {
  return (
    <div className="ex">
      <AnswerParts explanation={explanation} isGivenShown={isGivenShown} words={words} />
      {explanation.explanation && <p className="why">{explanation.explanation}</p>}
      <p className="cap">
        {[
          fill(words.rule, { rule: rules[explanation.rule] }),
          exactText(explanation.earned, explanation.points, words),
          ...behaviourTexts(explanation, words),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      {explanation.others.length > 0 && (
        <OtherOptions others={explanation.others} title={words.others} />
      )}
      {gatherPassages(explanation.passages).map((group) => (
        <PassageBox
          key={group.key}
          group={group}
          lessonHref={lessonHref(group.lesson)}
          words={words}
        />
      ))}
      {explanation.facts.length > 0 && (
        <div className="facts">
          {explanation.facts.map((fact) => (
            <FactDetails key={fact.id} fact={fact} words={words} />
          ))}
        </div>
      )}
    </div>
  )
}
