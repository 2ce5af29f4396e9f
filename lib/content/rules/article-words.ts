import { RUN, sentenceRuns, wordsOf } from '@/lib/content/article-prints'
import { fileNames, found, type Rule } from '@/lib/content/material'
import { type Block, sentenceText } from '@/lib/domain/lesson'

type Quotation = Extract<Block, { type: 'article' }>
const isQuotation = (block: Block): block is Quotation => block.type === 'article'

/** What is quoted stands word for word in the numbered sentence of the article. */
export const rule: Rule = (course) => {
  const { prints } = course
  if (!prints) return []
  return course.lessons.flatMap((lesson) =>
    lesson.sections
      .flatMap(({ blocks }) => blocks.filter(isQuotation))
      .flatMap((block) => {
        const text = block.quote.map(sentenceText).join(' ')
        const known = new Set(prints.sentences[block.sentence] ?? [])
        const said = (message: string) =>
          found(
            course,
            fileNames.lesson(lesson.slug),
            block.quote[0]?.id ?? `article.${block.sentence}`,
            message,
          )
        if (wordsOf(text).length < RUN)
          return [
            said(`Quote at least ${RUN} words, so that they can be held against the article.`),
          ]
        const at = sentenceRuns(block.sentence, text).findIndex((run) => !known.has(run))
        if (at < 0) return []
        const strange = wordsOf(text)
          .slice(at, at + RUN)
          .join(' ')
        return [said(`“${strange}” does not stand like this in ${block.sentence} of the article.`)]
      }),
  )
}
