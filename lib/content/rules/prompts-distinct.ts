import { fileNames, found, type Rule } from '@/lib/content/material'
import type { Kind } from '@/lib/domain/question/kind'
import type { Authored, AuthoredQuestion } from '@/lib/domain/question/question'
import { normalise } from '@/lib/domain/typed'

/** What makes a question this question: a cloze is told from others by its text. */
const asked: { [K in Kind]: (question: Authored<K>) => string } = {
  'single-choice': ({ prompt }) => prompt,
  'multiple-response': ({ prompt }) => prompt,
  'true-false': ({ prompt }) => prompt,
  numeric: ({ prompt }) => prompt,
  'short-text': ({ prompt }) => prompt,
  matching: ({ prompt, rows }) => `${prompt} ${rows.map(({ text }) => text).join(' ')}`,
  ordering: ({ prompt, items }) => `${prompt} ${items.map(({ text }) => text).join(' ')}`,
  cloze: ({ prompt, text }) => `${prompt} ${text}`,
}
const askedBy = (question: AuthoredQuestion) =>
  normalise((asked[question.kind] as (question: AuthoredQuestion) => string)(question))

/** No two questions of a course ask the same. */
export const rule: Rule = (course) => {
  const all = course.quizzes.flatMap(({ slug, file }) =>
    file.questions.map((question) => ({ slug, question, asks: askedBy(question) })),
  )
  return all.flatMap(({ slug, question, asks }, at) => {
    const first = all.findIndex((other) => other.asks === asks)
    const other = all[first]
    if (first === at || !other) return []
    const message = `This asks the same as the question “${other.question.id}”.`
    return [found(course, fileNames.quiz(slug), `questions.${question.id}.prompt`, message)]
  })
}
