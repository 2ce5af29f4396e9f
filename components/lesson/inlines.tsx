import { useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import { WithChinese } from '@/components/ui/chinese'
import type { Inline, Sentence } from '@/lib/domain/lesson'
import { gatherInitials, InitialLetters, type Initials } from './initials'
import type { Citation, NotePlan } from './note-plan'

/** The small framed key of a fact; a link to its note where there is one. */
export function FactRef({ id, citation }: { id: string; citation: Citation | undefined }) {
  const t = useTranslations('lesson')
  if (!citation) return <span className="ref">{id}</span>
  const name = t('fact', { id, publisher: citation.publisher ?? '' })
  return (
    <a className="ref" id={citation.id} href={citation.href} aria-label={name}>
      {id}
    </a>
  )
}

type Piece = Inline | Initials
type Drawing<Type extends Piece['type']> = (
  piece: Extract<Piece, { type: Type }>,
  plan: NotePlan,
) => ReactNode

const drawings: { [Type in Piece['type']]: Drawing<Type> } = {
  text: ({ text }) => <WithChinese>{text}</WithChinese>,
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
  initials: ({ pieces }) => <InitialLetters pieces={pieces} />,
}

/** The last word of a text, with the space after it taken off: "in 2024. " gives ["in ", "2024."]. */
function cutLastWord(text: string): [string, string] {
  const trimmed = text.trimEnd()
  const cut = trimmed.lastIndexOf(' ') + 1
  return [trimmed.slice(0, cut), trimmed.slice(cut)]
}

/** Words with their emphasis, links, terms and citations. A citation never begins a line. */
export function Inlines({ content, plan }: { content: readonly Inline[]; plan: NotePlan }) {
  const pieces = gatherInitials(content)
  return pieces.map((inline, place) => {
    const draw = drawings[inline.type] as Drawing<Piece['type']>
    const before = pieces[place - 1]
    const after = pieces[place + 1]
    if (inline.type === 'text' && after?.type === 'fact')
      // biome-ignore lint/suspicious/noArrayIndexKey: the words of a lesson never change places
      return <WithChinese key={place}>{cutLastWord(inline.text)[0]}</WithChinese>
    if (inline.type === 'fact' && before?.type === 'text')
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Fragment key={place}>
          {place > 1 && before.text.trim() === '' && ' '}
          <span className="keep">
            <WithChinese>{cutLastWord(before.text)[1]}</WithChinese>
            {before.text.trim() !== '' && '\u00a0'}
            {draw(inline, plan)}
          </span>
        </Fragment>
      )
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    return <Fragment key={place}>{draw(inline, plan)}</Fragment>
  })
}

/** Sentences one after the other, each with its anchor; the one that a link leads to is marked. */
export function Sentences({ sentences, plan }: { sentences: readonly Sentence[]; plan: NotePlan }) {
  return sentences.map((sentence, place) => (
    <Fragment key={sentence.id}>
      {place > 0 && ' '}
      <span className="sentence" id={sentence.id}>
        <Inlines content={sentence.content} plan={plan} />
      </span>
    </Fragment>
  ))
}
