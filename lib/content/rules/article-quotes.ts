import { wordsOf } from '@/lib/content/article-prints'
import { fileNames, found, type Rule } from '@/lib/content/material'
import {
  MOST_QUOTED_WORDS,
  quotationPath,
  quotationsIn,
  quotationText,
} from '@/lib/content/quotations'

/** The article is quoted in short pieces, each with the number of a sentence that it has. */
export const rule: Rule = (course) => {
  const count = course.file.article.sentences
  return course.lessons.flatMap((lesson) =>
    quotationsIn(lesson).flatMap((block) => {
      const words = wordsOf(quotationText(block)).length
      const number = Number(block.sentence.slice(1))
      const messages = [
        ...(words > MOST_QUOTED_WORDS
          ? [`This quotation has ${words} words. Quote at most ${MOST_QUOTED_WORDS}.`]
          : []),
        ...(/^S\d{2}$/.test(block.sentence) && (number < 1 || number > count)
          ? [`The article has ${count} sentences, so there is no ${block.sentence}.`]
          : []),
      ]
      return messages.map((message) =>
        found(course, fileNames.lesson(lesson.slug), quotationPath(block), message),
      )
    }),
  )
}
