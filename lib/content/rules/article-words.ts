import { RUN, sentenceRuns, wordsOf } from '@/lib/content/article-prints'
import { fileNames, found, type Rule } from '@/lib/content/material'
import { quotationPath, quotationsIn, quotationText } from '@/lib/content/quotations'

/** What is quoted stands word for word in the numbered sentence of the article. */
export const rule: Rule = (course) => {
  const { prints } = course
  if (!prints) return []
  return course.lessons.flatMap((lesson) =>
    quotationsIn(lesson).flatMap((block) => {
      const text = quotationText(block)
      const known = new Set(prints.sentences[block.sentence] ?? [])
      const said = (message: string) =>
        found(course, fileNames.lesson(lesson.slug), quotationPath(block), message)
      if (wordsOf(text).length < RUN)
        return [said(`Quote at least ${RUN} words, so that they can be held against the article.`)]
      const at = sentenceRuns(block.sentence, text).findIndex((run) => !known.has(run))
      if (at < 0) return []
      const strange = wordsOf(text)
        .slice(at, at + RUN)
        .join(' ')
      return [said(`“${strange}” does not stand like this in ${block.sentence} of the article.`)]
    }),
  )
}
