'use client'

import type { ReactNode } from 'react'
import { QuestionField } from '@/components/question/question-field'
import { Explanation } from '@/components/result/explanation'
import { VerdictState } from '@/components/result/verdict-state'
import { readResponse } from '@/lib/domain/question/publish'
import type { ReviewedItem } from '@/lib/domain/review-set'
import { QuestionStem } from './question-stem'
import type { ReviewWords } from './review-words'

/** What was answered, how it came out and why; `children` says when it comes back. */
export function ReviewedQuestion({
  item: { question, explanation, answers, courseSlug, grade },
  number,
  words,
  children,
}: {
  item: ReviewedItem
  number: number
  words: ReviewWords
  children: ReactNode
}) {
  return (
    <QuestionStem question={question} number={number} words={words}>
      <QuestionField
        question={question}
        value={readResponse(question.kind, answers.at(-1) ?? null)}
        onChange={() => undefined}
        disabled
        marks={explanation.parts}
        words={words.question}
      />
      <div className="qex">
        <h3 tabIndex={-1} data-arrival>
          <VerdictState verdict={explanation.verdict} words={words.explanation} />
          {grade === 2 && <span className="cap">{words.reviewing.secondTry}</span>}
        </h3>
        {children}
        <Explanation
          explanation={explanation}
          lessonHref={(lesson) => `/courses/${courseSlug}/lessons/${lesson}`}
          isGivenShown
          words={words}
        />
      </div>
    </QuestionStem>
  )
}
