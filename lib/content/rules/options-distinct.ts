import { choiceGroups } from '@/lib/content/choices'
import { fileNames, found, type Rule } from '@/lib/content/material'
import { inQuestions } from '@/lib/content/questions'
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
  matching: ({ prompt }) => prompt,
  ordering: ({ prompt }) => prompt,
  cloze: ({ prompt, text }) => `${prompt} ${text}`,
}
const askedBy = (question: AuthoredQuestion) =>
  normalise((asked[question.kind] as (question: AuthoredQuestion) => string)(question))

/** No two options, rows, choices or items of a question and no two questions of a quiz are alike. */
export const rule: Rule = (course) => [
  ...inQuestions(course, (question) =>
    choiceGroups(question).flatMap(({ path, noun, choices }) =>
      choices.flatMap(({ id, text }, at) => {
        const same = choices.findIndex((other) => normalise(other.text) === normalise(text))
        const other = choices[same]
        if (same === at || !other || other.id === id) return []
        const message = `The ${noun}s “${other.id}” and “${id}” read alike: “${text}”.`
        return [{ path: `${path}.${id}`, message }]
      }),
    ),
  ),
  ...course.quizzes.flatMap(({ slug, file: { questions } }) =>
    questions.flatMap((question, at) => {
      const same = questions.findIndex((other) => askedBy(other) === askedBy(question))
      const other = questions[same]
      if (same === at || !other) return []
      const message = `This asks the same as the question “${other.id}”.`
      return [found(course, fileNames.quiz(slug), `questions.${at + 1}.prompt`, message)]
    }),
  ),
]
