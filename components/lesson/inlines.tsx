import { useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import type { Inline, Sentence } from '@/lib/domain/lesson'
import type { Citation, NotePlan } from './note-plan'

/** The small framed key of a fact; a link to its note where there is one. */
export function FactRef({ id, citation }: { id: string; citation: Citation | undefined }) {
  const t = useTranslations('lesson')
  if (!citation) return <span className="ref">{id}</span>
  return (
    <a className="ref" id={citation.id} href={citation.href} aria-label={t('fact', { id })}>
      {id}
    </a>
  )
}

type Drawing<Type extends Inline['type']> = (
  inline: Extract<Inline, { type: Type }>,
  plan: NotePlan,
) => ReactNode

const drawings: { [Type in Inline['type']]: Drawing<Type> } = {
  text: ({ text }) => text,
  emphasis: ({ content }, plan) => (
    <em>
      <Inlines content={content} plan={plan} />
    </em>
  ),
  strong: ({ content }, plan) => (
    <strong>
      <Inlines content={content} plan={plan} />
    </strong>
  ),
  link: ({ href, content }, plan) => (
    <a href={href}>
      <Inlines content={content} plan={plan} />
    </a>
  ),
  term: (inline, plan) => {
    const citation = plan.citationOf(inline)
    if (!citation) return inline.text
    return (
      <a className="term" id={citation.id} href={citation.href}>
        {inline.text}
      </a>
    )
  },
  fact: (inline, plan) => <FactRef id={inline.id} citation={plan.citationOf(inline)} />,
}

/** Words with their emphasis, links, terms and citations. A citation never begins a line. */
export function Inlines({ content, plan }: { content: readonly Inline[]; plan: NotePlan }) {
  return content.map((inline, place) => {
    const isBeforeFact = content[place + 1]?.type === 'fact'
    const shown =
      inline.type === 'text' && isBeforeFact
        ? { ...inline, text: `${inline.text.trimEnd()}\u00a0` }
        : inline
    const draw = drawings[inline.type] as Drawing<Inline['type']>
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the words of a lesson never change places
      <Fragment key={place}>{draw(shown, plan)}</Fragment>
    )
  })
}

/** Sentences one after the other, each with its anchor; the one that a link leads to is marked. */
export function Sentences({
  sentences,
  plan,
}: {
  sentences: readonly Sentence[]
  plan: NotePlan
}) {
  return sentences.map((sentence, place) => (
    <Fragment key={sentence.id}>
      {place > 0 && ' '}
      <span className="sentence" id={sentence.id}>
        <Inlines content={sentence.content} plan={plan} />
      </span>
    </Fragment>
  ))
}
