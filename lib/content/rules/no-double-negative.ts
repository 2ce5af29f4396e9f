import { sentencesIn } from '@/lib/content/boundaries'
import { choiceGroups } from '@/lib/content/choices'
import type { Rule } from '@/lib/content/material'
import { negationsIn } from '@/lib/content/negation'
import { inQuestions, type QuestionFault } from '@/lib/content/questions'

/** An answer that says no on its own: “False” to a statement with “not” is no to a no. */
const NO = /^(?:no|false|wrong|untrue|incorrect)\.?$/i

/** Negations in the sentence that has most of them. */
const mostIn = (text: string) =>
  NO.test(text.trim()) ? 1 : Math.max(0, ...sentencesIn(text).map(negationsIn))

/** Nobody has to untangle two negations: not in a prompt, an option, nor a prompt with its options. */
export const rule: Rule = (course) =>
  inQuestions(course, (question) => {
    const { prompt } = question
    const groups = choiceGroups(question)
    const twice = (path: string, text: string): QuestionFault[] =>
      mostIn(text) < 2
        ? []
        : [
            {
              path,
              message: `“${text}” says no twice in one sentence. Say what is, not what is not.`,
            },
          ]
    const isNegative = mostIn(prompt) > 0
    return [
      ...twice('prompt', prompt),
      ...('text' in question ? twice('text', question.text) : []),
      ...groups.flatMap(({ path, noun, choices }) =>
        noun === 'gap'
          ? []
          : choices.flatMap(({ id, text }): QuestionFault[] => {
              const at = `${path}.${id}`
              if (!isNegative || mostIn(text) === 0) return twice(at, text)
              const message = `The question says no, and so does “${text}”. Turn one of them round.`
              return [{ path: at, message }]
            }),
      ),
    ]
  })
