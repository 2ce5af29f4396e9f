import type { Rule } from '@/lib/content/material'
import { inQuestions, type QuestionFault } from '@/lib/content/questions'
import type { Kind } from '@/lib/domain/question/kind'
import type { AuthoredQuestion } from '@/lib/domain/question/question'

const ATTRIBUTION = /^According to the article\b/i

/** A cloze quotes the article in its text; every other kind asks in its prompt. */
const ATTRIBUTED: { [K in Kind]: boolean } = {
  'single-choice': true,
  'multiple-response': true,
  'true-false': true,
  numeric: true,
  'short-text': true,
  matching: true,
  ordering: true,
  cloze: false,
}

const onArticle = ({ kind, prompt, sentences }: AuthoredQuestion): QuestionFault[] => [
  ...(sentences.length === 0
    ? [
        {
          path: 'basis',
          message: 'A question on the article names the sentences it rests on: sentences: [S02].',
        },
      ]
    : []),
  ...(ATTRIBUTED[kind] && !ATTRIBUTION.test(prompt)
    ? [
        {
          path: 'prompt',
          message: 'A question on the article begins with “According to the article”.',
        },
      ]
    : []),
]

const onFact = ({ prompt, facts }: AuthoredQuestion): QuestionFault[] => [
  ...(facts.length === 0
    ? [
        {
          path: 'basis',
          message: 'A question on what is known names the facts it rests on: facts: [A4].',
        },
      ]
    : []),
  ...(ATTRIBUTION.test(prompt)
    ? [
        {
          path: 'prompt',
          message:
            'This question rests on facts, so it does not begin with “According to the article”.',
        },
      ]
    : []),
]

const checks: Record<AuthoredQuestion['basis'], (question: AuthoredQuestion) => QuestionFault[]> = {
  article: onArticle,
  fact: onFact,
}

/** What the article says and what is known are told apart, and each says what it rests on. */
export const rule: Rule = (course) => {
  const count = course.file.article.sentences
  return inQuestions(course, (question) => [
    ...checks[question.basis](question),
    ...question.sentences.flatMap((sentence, at) => {
      const number = Number(sentence.slice(1))
      if (number >= 1 && number <= count) return []
      const message = `The article has the sentences S01 to S${String(count).padStart(2, '0')}, but not ${sentence}.`
      return [{ path: `sentences.${at + 1}`, message }]
    }),
  ])
}
