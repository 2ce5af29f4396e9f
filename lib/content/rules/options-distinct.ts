import { choiceGroups } from '@/lib/content/choices'
import type { Rule } from '@/lib/content/material'
import { inQuestions } from '@/lib/content/questions'
import { normalise } from '@/lib/domain/typed'

/** No two options, rows, choices or items of a question are alike. */
export const rule: Rule = (course) =>
  inQuestions(course, (question) =>
    choiceGroups(question).flatMap(({ path, noun, choices }) =>
      choices.flatMap(({ id, text }, at) => {
        const same = choices.findIndex((other) => normalise(other.text) === normalise(text))
        const other = choices[same]
        if (same === at || !other || other.id === id) return []
        const message = `The ${noun}s “${other.id}” and “${id}” read alike: “${text}”.`
        return [{ path: `${path}.${id}`, message }]
      }),
    ),
  )
