import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import type { Block, Sentence } from '@/lib/domain/lesson'
import { Sentences } from './inlines'
import { LessonFigure } from './lesson-figure'
import type { NotePlan } from './note-plan'

type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>
type Drawing<Type extends Block['type']> = (props: {
  block: BlockOf<Type>
  plan: NotePlan
  /** The figure's place among the lesson's figures, from 1. */
  figureNumber: number
}) => ReactNode

const Paragraph: Drawing<'paragraph'> = ({ block, plan }) => (
  <p className="block">
    <Sentences sentences={block.sentences} plan={plan} />
  </p>
)

const Heading: Drawing<'heading'> = ({ block }) => (
  <h3 className="block" id={block.id}>
    {block.text}
  </h3>
)

const List: Drawing<'list'> = ({ block, plan }) => {
  const Tag = block.ordered ? 'ol' : 'ul'
  return (
    <Tag className="block">
      {block.items.map((sentences, place) => (
        <li key={sentences[0]?.id ?? place}>
          <Sentences sentences={sentences} plan={plan} />
        </li>
      ))}
    </Tag>
  )
}

const paragraphs = (all: readonly Sentence[][], plan: NotePlan) =>
  all.map((sentences, place) => (
    <p key={sentences[0]?.id ?? place}>
      <Sentences sentences={sentences} plan={plan} />
    </p>
  ))

const Article: Drawing<'article'> = ({ block, plan }) => {
  const t = useTranslations('lesson')
  return (
    <figure className="block says">
      <figcaption className="tag">
        <Icon name="document" /> {t('says')}{' '}
        <a
          className="ref"
          href="#the-article"
          aria-label={t('sentence', { number: Number(block.sentence.slice(1)) })}
        >
          {block.sentence}
        </a>
      </figcaption>
      <blockquote>
        “<Sentences sentences={block.quote} plan={plan} />”
      </blockquote>
    </figure>
  )
}

const Note: Drawing<'note'> = ({ block, plan }) => {
  const t = useTranslations('lesson')
  return (
    <aside className="block note" role="note" aria-label={t(`note.${block.kind}`)}>
      <p className="tag">
        <Icon name="pencil" /> {t(`note.${block.kind}`)}
      </p>
      {paragraphs(block.paragraphs, plan)}
    </aside>
  )
}

const Check: Drawing<'check'> = ({ block, plan }) => {
  const t = useTranslations('lesson')
  return (
    // biome-ignore lint/a11y/useSemanticElements: nothing is filled in here, as a fieldset would say
    <div className="block check" role="group" aria-label={t('check')}>
      <p className="tag">{t('check')}</p>
      {paragraphs(block.paragraphs, plan)}
      {block.answer.length > 0 && (
        <details className="answer">
          <summary>{t('checkAnswer')}</summary>
          {paragraphs(block.answer, plan)}
        </details>
      )}
    </div>
  )
}

const PlacedFigure: Drawing<'figure'> = ({ block, plan, figureNumber }) => (
  <LessonFigure figure={block.figure} number={figureNumber} plan={plan} />
)

const drawings: { [Type in Block['type']]: Drawing<Type> } = {
  paragraph: Paragraph,
  heading: Heading,
  list: List,
  article: Article,
  note: Note,
  check: Check,
  figure: PlacedFigure,
}

/** Any block of a lesson. */
export function LessonBlock(props: { block: Block; plan: NotePlan; figureNumber: number }) {
  const Drawn = drawings[props.block.type] as Drawing<Block['type']>
  return <Drawn {...props} />
}
