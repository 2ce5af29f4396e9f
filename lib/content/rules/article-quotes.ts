import { fileNames, found, type Rule } from '@/lib/content/material'
import { type Block, sentenceText } from '@/lib/domain/lesson'

const MOST_WORDS = 25

type Quotation = Extract<Block, { type: 'article' }>
const isQuotation = (block: Block): block is Quotation => block.type === 'article'
const wordsOf = ({ quote }: Quotation) =>
  quote
    .map(sentenceText)
    .join(' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length

/** The article is quoted in short pieces, each with the number of a sentence that it has. */
export const rule: Rule = (course) => {
  const count = course.file.article.sentences
  return course.lessons.flatMap((lesson) => {
    const quotations = lesson.sections.flatMap(({ blocks }) => blocks.filter(isQuotation))
    return quotations.flatMap((block) => {
      const words = wordsOf(block)
      const number = Number(block.sentence.slice(1))
      const messages = [
        ...(words > MOST_WORDS
          ? [`This quotation has ${words} words. Quote at most ${MOST_WORDS}.`]
          : []),
        ...(/^S\d{2}$/.test(block.sentence) && (number < 1 || number > count)
          ? [`The article has ${count} sentences, so there is no ${block.sentence}.`]
          : []),
      ]
      const path = block.quote[0]?.id ?? `article.${block.sentence}`
      return messages.map((message) => found(course, fileNames.lesson(lesson.slug), path, message))
    })
  })
}
