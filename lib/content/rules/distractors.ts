import type { Rule } from '@/lib/content/material'
import { inQuestions, type QuestionFault } from '@/lib/content/questions'
import type { Kind } from '@/lib/domain/question/kind'
import type { Authored, AuthoredQuestion } from '@/lib/domain/question/question'

const none = () => []
const checks: { [K in Kind]: (question: Authored<K>) => QuestionFault[] } = {
  'single-choice': none,
  'multiple-response': ({ options, key }) => {
    const wrong = options.filter(({ id }) => !key.includes(id)).length
    if (wrong >= key.length) return []
    const message = `${key.length} options are right and ${wrong} wrong, so ticking everything would earn points. Add wrong options until there are as many.`
    return [{ path: 'options', message }]
  },
  'true-false': none,
  numeric: none,
  'short-text': none,
  matching: none,
  ordering: none,
  cloze: none,
}

/** Ticking everything earns nothing: there are at least as many distractors as keys. */
export const rule: Rule = (course) =>
  inQuestions(course, (question) =>
    (checks[question.kind] as (question: AuthoredQuestion) => QuestionFault[])(question),
  )
