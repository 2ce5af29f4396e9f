import { type Block, type Lesson, sentenceText } from '@/lib/domain/lesson'

export type Quotation = Extract<Block, { type: 'article' }>

/** The longest stretch of a source document that may be quoted, in words. */
export const MOST_QUOTED_WORDS = 25

const isQuotation = (block: Block): block is Quotation => block.type === 'article'

/** What a lesson quotes from the course's source document, in its order. */
export const quotationsIn = ({ sections }: Lesson): Quotation[] =>
  sections.flatMap(({ blocks }) => blocks.filter(isQuotation))

/** The quotation's words as one text. */
export const quotationText = ({ quote }: Quotation): string => quote.map(sentenceText).join(' ')

/** Where in its lesson a quotation is told of. */
export const quotationPath = ({ quote, sentence }: Quotation): string =>
  quote[0]?.id ?? `article.${sentence}`
