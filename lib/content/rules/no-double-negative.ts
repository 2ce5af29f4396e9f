import { sentencesIn } from '@/lib/content/boundaries'
import { choiceGroups } from '@/lib/content/choices'
import type { Rule } from '@/lib/content/material'
import { inQuestions, type QuestionFault } from '@/lib/content/questions'

const NEGATION =
  /\b(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|hardly|scarcely|except|unless)\b|\b\w+n['’]t\b|\b(?:un|im|in)(?:likely|able|possible|common|true|correct|important|usual)\b/gi

/** Negations in the sentence that has most of them. */
const mostIn = (text: string) =>
  Math.max(...sentencesIn(text).map((sentence) => sentence.match(NEGATION)?.length ?? 0))

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
