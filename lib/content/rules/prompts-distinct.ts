import { fileNames, found, type Rule } from '@/lib/content/material'
import { normalise } from '@/lib/domain/typed'

/** No two prompts of a course are alike: in lists a question is known by its prompt alone. */
export const rule: Rule = (course) => {
  const all = course.quizzes.flatMap(({ slug, file }) =>
    file.questions.map((question) => ({ slug, question, asks: normalise(question.prompt) })),
  )
  return all.flatMap(({ slug, question, asks }, at) => {
    const first = all.findIndex((other) => other.asks === asks)
    const other = all[first]
    if (first === at || !other) return []
    const message = `This asks the same as the question “${other.question.id}”.`
    return [found(course, fileNames.quiz(slug), `questions.${question.id}.prompt`, message)]
  })
}
