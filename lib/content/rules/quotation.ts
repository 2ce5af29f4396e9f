import { fileNames, lessonNames, type Rule } from '@/lib/content/material'
import { didYouMean } from '@/lib/content/nearest'
import { inQuestions, type QuestionFault } from '@/lib/content/questions'
import { findPassage, type Lesson, sentencesOf, sentenceText } from '@/lib/domain/lesson'
import { normalise } from '@/lib/domain/typed'

const wordsOf = (text: string) => new Set(normalise(text).match(/[\p{L}\p{N}']+/gu) ?? [])

/** The sentence that shares most words with the quotation, where it shares at least half. */
function nearestSentence(lesson: Lesson, quote: string): string | null {
  const wanted = wordsOf(quote)
  const ranked = sentencesOf(lesson)
    .map(sentenceText)
    .map((text) => {
      const words = wordsOf(text)
      return { text, shared: [...wanted].filter((word) => words.has(word)).length }
    })
    .sort((a, b) => b.shared - a.shared)
  const [best] = ranked
  return best && best.shared * 2 >= wanted.size ? best.text : null
}

/** Evidence stands word for word inside one sentence of its lesson. */
export const rule: Rule = (course) =>
  inQuestions(course, ({ evidence }) =>
    evidence.flatMap(({ lesson: slug, quote }, at): QuestionFault[] => {
      const path = `evidence.${at + 1}`
      const lesson = course.lessons.find((each) => each.slug === slug)
      if (!lesson) {
        const names = lessonNames(course)
        if (names.includes(slug) && course.unread.has(fileNames.lesson(slug))) return []
        const message = `There is no lesson “${slug}”.${didYouMean(slug, names)}`
        return [{ path: `${path}.lesson`, message }]
      }
      if (findPassage(lesson, quote)) return []
      const near = nearestSentence(lesson, quote)
      const hint = near ? ` The nearest one: “${near}”` : ''
      const message = `The words “${quote}” do not stand in one sentence of the lesson “${slug}”.${hint}`
      return [{ path: `${path}.quote`, message }]
    }),
  )
