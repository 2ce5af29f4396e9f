import { choiceGroups } from '@/lib/content/choices'
import type { Rule } from '@/lib/content/material'
import { inQuestions } from '@/lib/content/questions'

const ABOVE =
  /\b(?:all|none|both|neither|any|either|some|two) of (?:the |these |those )?(?:above|below|others?|other (?:options|answers)|options|answers|these|those)\b|^\W*(?:all|none|both|neither) of (?:them|these)\W*$/i

/** No option speaks of the others: their order is shuffled, and such options test test-taking. */
export const rule: Rule = (course) =>
  inQuestions(course, (question) =>
    choiceGroups(question).flatMap(({ path, choices }) =>
      choices
        .filter(({ text }) => ABOVE.test(text))
        .map(({ id, text }) => ({
          path: `${path}.${id}`,
          message: `“${text}” speaks of the other options, whose order is shuffled. Write an answer of its own.`,
        })),
    ),
  )
