import type { ReactNode } from 'react'
import { counted } from '@/components/ui/words'
import type { PublishedQuestion } from '@/lib/domain/question/publish'
import type { ReviewWords } from './review-words'

/** A question with its number and how it is answered, around its field. */
export function QuestionStem({
  question,
  number,
  words: { question: fields },
  children,
}: {
  question: PublishedQuestion
  number: number
  words: ReviewWords
  children: ReactNode
}) {
  const meta = [
    fields.how[question.kind],
    counted(fields.points, question.points),
    fields.scored[question.rule],
  ]
  return (
    <fieldset className="q">
      <legend>
        <h2>
          <span className="qn">{number}</span> <span className="stem">{question.prompt}</span>
        </h2>
      </legend>
      <div className="qmeta">
        <p>{meta.filter(Boolean).join(' ')}</p>
      </div>
      <div className="qfield">{children}</div>
    </fieldset>
  )
}
