import { choiceGroups } from '@/lib/content/choices'
import type { Rule } from '@/lib/content/material'
import { inQuestions } from '@/lib/content/questions'

/** Every wrong option says why it is wrong. */
export const rule: Rule = (course) =>
  inQuestions(course, (question) =>
    choiceGroups(question)
      .filter(({ explains }) => explains)
      .flatMap(({ path, choices }) =>
        choices
          .filter(({ isKey, feedback }) => !isKey && feedback === null)
          .map(({ id, text }) => ({
            path: `${path}.${id}`,
            message: `The option “${text}” is wrong and does not say why. Add “feedback”.`,
          })),
      ),
  )
